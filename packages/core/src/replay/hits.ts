import { compareTexts } from '../model/order.js';
import type { Hit } from '../model/outcome.js';
import type { RulePlan } from '../model/plan.js';
import { scopesOf } from './fan-out.js';
import type { ViewReader } from './reader.js';
import { refOf } from './ref.js';
import { versionFor } from './rule.js';
import { keyShown } from './show.js';
import { allTables } from './standings-outcome.js';

/** Whether the condition of each rule holds, at the reading instant, for each event of its trigger types and each row of its standing. */
export function hitsOf(reader: ViewReader): readonly Hit[] {
  const { plan } = reader;
  const names = [...new Set(plan.editions.flatMap(({ rules }) => [...rules.keys()]))].sort(compareTexts);
  const types = [...reader.view.types()];
  const ords = types
    .flatMap((type) => reader.view.ofType(type))
    .filter((ord) => reader.columns.effectiveOf(ord) <= reader.asOf);
  ords.sort((a, b) => reader.view.place(a) - reader.view.place(b));
  return [...ords.flatMap((ord) => names.flatMap((name) => eventHits(reader, name, ord))), ...rowHits(reader, names)];
}

/** The rules whose conditions hold for one event, for whichever member they are tried. */
export function rulesHeld(reader: ViewReader, ord: number): readonly RulePlan[] {
  const names = [...new Set(reader.plan.editions.flatMap(({ rules }) => [...rules.keys()]))];
  return names.flatMap((name) =>
    eventHits(reader, name, ord).some(({ holds }) => holds) ? (versionOf(reader, name, ord) ?? []) : [],
  );
}

function eventHits(reader: ViewReader, name: string, ord: number): readonly Hit[] {
  const rule = versionOf(reader, name, ord);
  const { on } = rule?.model ?? {};
  if (rule === undefined || on?.kind !== 'events' || !on.types.includes(reader.event(ord).type)) return [];
  return scopesOf(reader, rule, ord, reader.asOf).map(({ frame, member }) => ({
    ...aboutOf(reader, rule),
    trigger: refOf(reader.event(ord)),
    member: member ?? null,
    holds: rule.test(frame) === true,
  }));
}

/** The version that the trigger's date picks; of a lenient rule, that of the reading instant. */
function versionOf(reader: ViewReader, name: string, ord: number): RulePlan | undefined {
  const any = reader.plan.editions.flatMap(({ rules }) => rules.get(name) ?? [])[0];
  if (any === undefined) return undefined;
  const [frame] = scopesOf(reader, { ...any, model: { ...any.model, for: undefined } }, ord, reader.asOf);
  if (frame === undefined) return undefined;
  if (any.model.appliesBy !== 'lenient') return versionFor(reader, any, frame.frame);
  return reader.editionAt(Math.max(reader.asOf, reader.event(ord).time)).rules.get(name);
}

function rowHits(reader: ViewReader, names: readonly string[]): readonly Hit[] {
  return allTables(reader).flatMap((table) =>
    table.rows.flatMap((row) =>
      names.flatMap((name) => {
        const rule = reader.editionAt(row.frame.at).rules.get(name);
        if (rule?.model.on.kind !== 'standing' || rule.model.on.standing !== table.plan.model.name) return [];
        const trigger = String(keyShown(reader, table.of, row.member));
        return [{ ...aboutOf(reader, rule), trigger, member: null, holds: rule.test(row.frame) === true }];
      }),
    ),
  );
}

function aboutOf(reader: ViewReader, rule: RulePlan): Pick<Hit, 'rule' | 'edition'> {
  return { rule: rule.model.name, edition: reader.plan.editions[rule.edition]?.model.edition ?? '' };
}
