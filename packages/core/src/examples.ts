import { formatInstant, parseDay } from './model/calendar.js';
import type { ExampleEvents, IndicatorExample, RuleExample, StandingExample } from './model/example.js';
import { isJsonArray, isJsonObject, type Json } from './model/json.js';
import type { LedgerEvent } from './model/ledger.js';
import { parsePrinted, printNum } from './model/num.js';
import { writtenAt } from './model/origin.js';
import { child, failure, type Problem, type Result, success } from './model/problem.js';
import type { EditionModel, RuleModel } from './model/rubric.js';
import { startOfDay } from './model/zone.js';
import type { Outcome } from './outcome.js';
import { parseEvents } from './parse/events.js';
import { findReading } from './replay/find.js';
import { pointsGiven, ruleHeld } from './replay/held.js';
import { tryReplay } from './replay.js';
import type { Rubric } from './rubric.js';

/** What became of one example of a rubric. */
export interface ExampleResult {
  readonly edition: string;
  readonly of: 'rule' | 'indicator' | 'standing';
  readonly name: string;
  /** Its place among the examples beside the rule, indicator or standing. */
  readonly index: number;
  /** RFC 6901 JSON Pointer to it, in the documents as they were written. */
  readonly pointer: string;
  readonly ok: boolean;
  readonly expected: Json;
  readonly actual: Json;
  /** Why the example could not be run. */
  readonly problems: readonly Problem[];
}

/** Runs the examples beside rules, indicators and standings of every edition; one that an edition inherits is run once. */
export function runExamples(rubric: Rubric): readonly ExampleResult[] {
  const seen = new Set<string>();
  return rubric.model.editions.flatMap((edition) =>
    examplesOf(edition).flatMap((written) => {
      const name = JSON.stringify([written.of, written.name, written.example]);
      if (seen.has(name)) return [];
      seen.add(name);
      return [run(rubric, edition, written)];
    }),
  );
}

interface Written extends Pick<ExampleResult, 'of' | 'name' | 'index' | 'expected'> {
  readonly example: ExampleEvents;
  readonly judge: (outcome: Outcome, last: LedgerEvent) => Json;
}

function examplesOf({ rules, indicators, standings }: EditionModel): readonly Written[] {
  return [
    ...[...rules.values()].flatMap((rule) => rule.examples.map((example, index) => ofRule(rule, example, index))),
    ...[...indicators.values()].flatMap(({ name, examples }) =>
      examples.map((example, index) => ofIndicator(name, example, index)),
    ),
    ...[...standings.values()].flatMap(({ name, examples }) =>
      examples.map((example, index) => ofStanding(name, example, index)),
    ),
  ];
}

function ofRule(rule: RuleModel, example: RuleExample, index: number): Written {
  const { effect, name } = rule;
  const { points } = example;
  const written = { of: 'rule', name, index, example } as const;
  if (points === undefined || effect.kind !== 'give') {
    return { ...written, expected: example.holds ?? true, judge: ({ session }, last) => ruleHeld(session, name, last) };
  }
  return {
    ...written,
    expected: plainNumber(points),
    judge: ({ session }, last) => {
      const given = pointsGiven(session, name, effect.to, last);
      return given === undefined ? null : printNum(given);
    },
  };
}

function ofIndicator(name: string, example: IndicatorExample, index: number): Written {
  const { subject, keys = {}, value } = example;
  return {
    of: 'indicator',
    name,
    index,
    example,
    expected: typeof value === 'number' ? plainNumber(value) : value,
    judge: ({ session: { reader }, subjects }) => {
      const found = findReading(reader, name, subject, keys);
      const reading = subjects[subject]?.indicators[name];
      if (found === undefined || reading === undefined) return null;
      const own = JSON.stringify(
        Object.fromEntries(
          found.plan.per.map((key) => [reader.plan.keyNames[key], reader.keyValue(key, found.ids[key] ?? -1)]),
        ),
      );
      return [reading, ...(reading.members ?? [])].find((member) => JSON.stringify(member.keys) === own)?.value ?? null;
    },
  };
}

function ofStanding(name: string, example: StandingExample, index: number): Written {
  const { rows } = example;
  return {
    of: 'standing',
    name,
    index,
    example,
    expected: plain(rows),
    judge: ({ standings }) => {
      const found = standings.filter(({ id }) => id === name).flatMap((table) => table.rows);
      return plain(
        Object.fromEntries(
          Object.entries(rows).map(([subject, wanted]) => {
            const row = found.find((candidate) => candidate.subject === subject);
            const shown = { rank: row?.rank ?? null, band: row?.band ?? null, awards: row?.awards ?? [] };
            return [subject, Object.fromEntries(Object.entries(shown).filter(([part]) => Object.hasOwn(wanted, part)))];
          }),
        ),
      );
    },
  };
}

function run(
  rubric: Rubric,
  model: EditionModel,
  { of, name, index, expected, example, judge }: Written,
): ExampleResult {
  const { edition, zone } = model;
  const pointer = writtenAt(model.origin, child(child(placeOf(model, of, name), 'examples'), index));
  const about = { edition, of, name, index, pointer, expected };
  const replayed = replayExample(rubric, example, (day) => formatInstant(startOfDay(zone, day)));
  if (!replayed.ok) return { ...about, ok: false, actual: null, problems: replayed.problems };
  const actual = judge(replayed.value.outcome, replayed.value.last);
  return { ...about, ok: JSON.stringify(actual) === JSON.stringify(expected), actual, problems: [] };
}

/** Where a rule, an indicator or a standing is, in the merged document. */
function placeOf({ document }: EditionModel, of: ExampleResult['of'], name: string): string {
  if (of !== 'rule') return child(`/${of}s`, name);
  const rules = isJsonArray(document.rules) ? document.rules : [];
  return child(
    '/rules',
    rules.findIndex((rule) => isJsonObject(rule) && rule.name === name),
  );
}

function replayExample(
  rubric: Rubric,
  { events, asOf }: ExampleEvents,
  startOf: (day: number) => string,
): Result<{ readonly outcome: Outcome; readonly last: LedgerEvent }> {
  const whole = events.map((event, index) => {
    const day = parseDay(event.time);
    return {
      specversion: '1.0',
      id: `e${index + 1}`,
      source: '/example',
      ...event,
      time: day === undefined ? event.time : startOf(day),
    };
  });
  const ledger = parseEvents(rubric.model, whole, { anySubject: true });
  if (!ledger.ok) return failure(ledger.problems);
  const outcome = tryReplay(ledger.value, rubric, asOf === undefined ? {} : { asOf });
  if (!outcome.ok) return failure(outcome.problems);
  const id = whole.at(-1)?.id;
  const last = ledger.value.events.find(({ event }) => event.id === id);
  if (last === undefined) throw new Error('an example has a last event');
  return success({ outcome: outcome.value, last });
}

/** A number as outcomes show it, however it was written. */
function plainNumber(value: string | number): string {
  const number = parsePrinted(String(value));
  return number === undefined ? String(value) : printNum(number);
}

function plain(value: unknown): Json {
  return JSON.parse(JSON.stringify(value));
}
