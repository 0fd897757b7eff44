import { cmp, type Num } from '../model/num.js';
import { type Frame, type GivePlan, type RulePlan, UNKNOWN_KEY } from '../model/plan.js';
import { dayOfInstant } from '../model/zone.js';
import { instantOf } from './consequence.js';
import { scopesOf, subjectFor } from './fan-out.js';
import type { ViewReader } from './reader.js';
import { refOf } from './ref.js';
import { holds, versionFor } from './rule.js';
import { keyShown } from './show.js';
import { allTables } from './standings-outcome.js';
import type { TrialLog } from './trial-log.js';

/** Tries the rules that are judged at a reading instant: those that give, limit and state consequences. `shown`: the subjects of the outcome. */
export function tryJudged(reader: ViewReader, log: TrialLog, shown: ReadonlySet<string>): void {
  for (const { name, rules } of byName(reader)) {
    const [any] = rules;
    if (any === undefined || !isJudged(any)) continue;
    for (const ord of triggersOf(reader, rules)) tryOn({ reader, log, shown }, name, rules, ord);
  }
  for (const table of allTables(reader)) {
    for (const row of table.rows) {
      for (const rule of reader.editionAt(row.frame.at).rules.values()) {
        const { on } = rule.model;
        if (on.kind !== 'standing' || on.standing !== table.plan.model.name) continue;
        const trigger = [table.keys.join(), String(keyShown(reader, table.of, row.member))].join(' ');
        log.log(reader, { rule, trigger, member: undefined, frame: row.frame }, holds(reader, rule, row.frame), false);
      }
    }
  }
}

/** All versions of each rule. */
export function byName(reader: ViewReader): readonly { readonly name: string; readonly rules: readonly RulePlan[] }[] {
  const editions = reader.forced === undefined ? reader.plan.editions : [reader.forced];
  const names = new Set(editions.flatMap(({ rules }) => [...rules.keys()]));
  return [...names].map((name) => ({ name, rules: editions.flatMap(({ rules }) => rules.get(name) ?? []) }));
}

/** Events of its types that had taken effect, in order. */
export function triggersOf(reader: ViewReader, rules: readonly RulePlan[]): readonly number[] {
  const types = new Set(rules.flatMap(({ model: { on } }) => (on.kind === 'events' ? on.types : [])));
  return [...types]
    .flatMap((type) => reader.view.ofType(type))
    .filter((ord) => reader.columns.effectiveOf(ord) <= reader.asOf)
    .sort((a, b) => reader.view.place(a) - reader.view.place(b));
}

export function isJudged({ effect }: RulePlan): boolean {
  return effect.kind === 'give' || effect.kind === 'limit' || effect.kind === 'consequence';
}

/** The version that the trigger's own date picks, for a trigger of its types; of a lenient rule, any that is for it. */
export function versionOn(reader: ViewReader, rules: readonly RulePlan[], ord: number): RulePlan | undefined {
  const { type } = reader.event(ord);
  const isOn = (rule: RulePlan): boolean => rule.model.on.kind === 'events' && rule.model.on.types.includes(type);
  const [any] = rules;
  if (any === undefined) return undefined;
  if (any.model.appliesBy === 'lenient') return [...rules].reverse().find(isOn);
  const [scope] = scopesOf(
    reader,
    { ...any, model: { ...any.model, for: undefined } },
    ord,
    instantFor(reader, any, ord),
  );
  const picked = scope && versionFor(reader, any, scope.frame);
  return picked !== undefined && isOn(picked) ? picked : undefined;
}

interface Trying {
  readonly reader: ViewReader;
  readonly log: TrialLog;
  readonly shown: ReadonlySet<string>;
}

function tryOn({ reader, log, shown }: Trying, name: string, rules: readonly RulePlan[], ord: number): void {
  const version = versionOn(reader, rules, ord);
  if (version === undefined) return;
  const trigger = refOf(reader.event(ord));
  const isLenient = version.model.appliesBy === 'lenient' && rules.length > 1;
  const lenient = isLenient ? mostLenient(reader, name, ord, instantFor(reader, version, ord)) : undefined;
  const rule = lenient?.rule ?? version;
  for (const { frame, member } of scopesOf(reader, rule, ord, instantFor(reader, rule, ord))) {
    const held = lenient?.rule !== undefined || holds(reader, rule, frame);
    // A version that holds gives nothing where not giving is more lenient; a consequence for nobody is not shown.
    const isOutdone = lenient !== undefined && lenient.rule === undefined;
    const isNobodys =
      rule.effect.kind === 'consequence' && !shown.has(String(subjectFor(reader, frame, reader.event(ord)) ?? ''));
    log.log(
      reader,
      { rule, trigger, member, frame },
      held,
      held && (isOutdone || isNobodys || givesNothing(reader, rule, frame)),
    );
  }
}

/** The reading instant of what the rule acts on. */
function instantFor(reader: ViewReader, { model: { effect } }: RulePlan, ord: number): number {
  const acted = effect.kind === 'give' ? effect.to : effect.kind === 'limit' ? effect.indicator : undefined;
  if (acted === undefined) return instantOf(reader, ord);
  return reader.editionAt(reader.asOf).indicators.get(acted)?.hasPeriod === true ? instantOf(reader, ord) : reader.asOf;
}

function givesNothing(reader: ViewReader, rule: RulePlan, frame: Frame): boolean {
  const give = giveOf(reader, rule);
  if (give === undefined) return false;
  const isNobodys = give.joins.some(
    ({ type, keys }) =>
      type === reader.event(frame.ord).type && keys.some((key) => reader.columns.keyId(frame.ord, key) === UNKNOWN_KEY),
  );
  if (isNobodys) return true;
  const points = give.points(frame);
  return points !== undefined && cmp(points as Num, 0) === 0;
}

function giveOf(reader: ViewReader, rule: RulePlan): GivePlan | undefined {
  const { effect } = rule.model;
  if (effect.kind !== 'give') return undefined;
  const indicator = reader.plan.editions[rule.edition]?.indicators.get(effect.to);
  const of = indicator?.body.kind === 'measure' ? indicator.body.of : undefined;
  return of?.kind === 'given' ? of.gives.find((give) => give.rule === rule) : undefined;
}

/** Of the editions in force from the trigger's day to the reading, the version that gives most; none where not giving is best. */
function mostLenient(
  reader: ViewReader,
  name: string,
  ord: number,
  at: number,
): { readonly rule: RulePlan | undefined } {
  const { time, type } = reader.event(ord);
  const from = reader.editionOn(dayOfInstant(reader.zone, time)).index;
  const until = Math.max(from, reader.editionAt(at).index);
  let best: { readonly rule: RulePlan | undefined; readonly points: Num | undefined } | undefined;
  for (const { rules } of reader.plan.editions.slice(from, until + 1)) {
    const offer = offerOf(reader, rules.get(name), type, ord, at);
    if (best === undefined || isMore(offer.points, best.points)) best = offer;
  }
  return { rule: best?.rule };
}

function offerOf(
  reader: ViewReader,
  rule: RulePlan | undefined,
  type: string,
  ord: number,
  at: number,
): { readonly rule: RulePlan | undefined; readonly points: Num | undefined } {
  const isOn = rule?.model.on.kind === 'events' && rule.model.on.types.includes(type);
  const [scope] = rule === undefined ? [] : scopesOf(reader, rule, ord, at);
  if (rule === undefined || scope === undefined || !isOn || !holds(reader, rule, scope.frame))
    return { rule: undefined, points: 0 };
  return { rule, points: giveOf(reader, rule)?.points(scope.frame) as Num | undefined };
}

function isMore(points: Num | undefined, than: Num | undefined): boolean {
  return points !== undefined && (than === undefined || cmp(points, than) > 0);
}
