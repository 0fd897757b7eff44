import { type Expr, within } from '../model/expr.js';
import { child } from '../model/problem.js';
import type { AwardModel } from '../model/rubric.js';
import type { AwardDocument } from './document-standing.js';
import { exprsOf, keyExprs, stepExprs } from './measure-exprs.js';
import { sayTwice } from './resolve-bands.js';
import { chainAt, thenAt } from './resolve-chain.js';
import type { StandingSlots } from './standing-slots.js';
import type { Pass } from './world.js';

/** The awards of a standing, in the order in which they are given. */
export function awardsAt(
  standing: string,
  awards: readonly AwardDocument[],
  pointer: string,
  slots: StandingSlots,
): readonly AwardModel[] {
  const { pass } = slots;
  const ids = awards.map((award) => award.id);
  sayTwice(ids, pointer, pass);
  return awards.map((award, index) => {
    const at = child(pointer, index);
    sayExclusive(award, ids, child(at, 'exclusive'), pass);
    const model: AwardModel = {
      id: award.id,
      title: award.title,
      basis: award.basis,
      where: award.where === undefined ? undefined : slots.filter(award.where, child(at, 'where')),
      by: award.by === undefined ? [] : chainAt(award.by, child(at, 'by'), slots),
      quota: slots.quota(award.quota, child(at, 'quota')),
      edge: award.edge ?? 'decide',
      edgeKeys: thenAt(award.then, award.edge, at, slots),
      exclusive: award.exclusive ?? [],
    };
    sayReads(standing, model, ids.slice(index), at, pass);
    return model;
  });
}

/** Awards are given in order, so one can only be kept from those who have an earlier one. */
function sayExclusive(award: AwardDocument, ids: readonly string[], pointer: string, pass: Pass): void {
  award.exclusive?.forEach((id, index) => {
    const place = ids.indexOf(id);
    const at = child(pointer, index);
    if (place === -1) pass.report.add('award-unknown', at, { id, nearest: pass.report.near(id, ids) });
    else if (place >= ids.indexOf(award.id)) pass.report.add('award-later', at, { id, award: award.id });
  });
}

/** Whoever has one given later is not known yet. */
function sayReads(standing: string, award: AwardModel, later: readonly string[], at: string, { report }: Pass): void {
  const say = (exprs: readonly Expr[], pointer: string): void => {
    for (const part of exprs.flatMap(within))
      if (part.kind === 'standing' && part.name === standing && later.includes(part.part))
        report.add('award-read', pointer, { id: part.part, award: award.id });
  };
  say(exprsOf([award.where]), child(at, 'where'));
  say(exprsOf([award.quota]), child(at, 'quota'));
  for (const [index, step] of award.by.entries()) say(stepExprs(step), child(child(at, 'by'), index));
  for (const [index, key] of award.edgeKeys.entries()) say(keyExprs(key), child(child(at, 'then'), index));
}
