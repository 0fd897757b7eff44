import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseRubric, runExamples } from '../../src/index.js';
import { chainKeys } from '../../src/model/chain-keys.js';
import type { RuleExample } from '../../src/model/example.js';
import type { Bilingual, Result } from '../../src/model/problem.js';
import type { EditionModel, IndicatorModel, RuleModel } from '../../src/model/rubric.js';

// Every rubric of examples/ keeps the examples that stand beside its rules, indicators and standings.

const folder = path.resolve(import.meta.dirname, '../../../../examples');
/** Those of refusals/ are refused, and say so beside themselves. */
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
  (file) => path.basename(file) === 'rubric.json' && !file.startsWith('refusals'),
);

describe.each(files.sort())('%s', (file) => {
  const text = readFileSync(path.join(folder, file), 'utf8');
  const rubric = sound(parseRubric(text, { file }));
  const { editions } = rubric.model;
  const results = runExamples(rubric);
  const rules = editions.flatMap((edition) => [...edition.rules.values()]);

  test('passes its own examples', () => {
    expect(results.filter(({ ok }) => !ok)).toEqual([]);
  });

  test('has examples beside every rule, every indicator that is shown and not made of parts, and every standing', () => {
    const standings = editions.flatMap((edition) => [...edition.standings.values()]);
    const without = [...rules, ...leavesOf(editions), ...standings].filter(({ examples }) => examples.length === 0);
    expect(without.map(({ name }) => name)).toEqual([]);
  });

  test('goes red beside every rule on events once no rule holds', () => {
    const off = sound(parseRubric(JSON.stringify(switchedOff(JSON.parse(text))), { file }));
    const red = new Set(runExamples(off).flatMap(({ ok, of, name }) => (ok || of !== 'rule' ? [] : [name])));
    const unseen = rules.filter(({ name, on }) => on.kind === 'events' && !red.has(name));
    expect([...new Set(unseen.map(({ name }) => name))]).toEqual([]);
    const shown = rules.filter(({ on, examples }) => on.kind === 'standing' && examples.some(happens));
    expect(shown.filter(({ name }) => !red.has(name)).map(({ name }) => name)).toEqual([]);
  });

  test('has new examples beside what a later edition changes', () => {
    const [first, ...later] = editions;
    const repeated = later.flatMap((edition) =>
      [...edition.rules.values()].filter((rule) => changedFrom(first?.rules.get(rule.name), rule)),
    );
    const seen = new Set([...(first?.rules.values() ?? [])].flatMap(({ examples }) => examples.map(identity)));
    expect(repeated.filter(({ examples }) => examples.some((one) => seen.has(identity(one))))).toEqual([]);
  });

  test('has a title in both languages wherever it has one to give', () => {
    expect(editions.flatMap(titled).filter(({ title }) => !isBilingual(title))).toEqual([]);
  });

  test('says by which clause every rule, leaf indicator and award stands', () => {
    const places = editions.flatMap((edition) => [...edition.standings.values()]);
    const all = [...rules, ...leavesOf(editions), ...places.flatMap(({ awards }) => awards)];
    expect(all.filter(({ basis }) => basis === undefined)).toEqual([]);
  });
});

function sound<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.problems.map(({ pointer, message }) => `${pointer} ${message.en}`).join('\n'));
  return result.value;
}

function leavesOf(editions: readonly EditionModel[]): readonly IndicatorModel[] {
  return editions
    .flatMap((edition) => [...edition.indicators.values()])
    .filter(({ hidden, body }) => !hidden && !(body.kind === 'measure' && body.of.kind === 'parts'));
}

/** Whether an example shows that the rule does something. */
function happens({ holds, points }: RuleExample): boolean {
  return points === undefined ? holds !== false : Number(points) !== 0;
}

const identity = (example: RuleExample): string => JSON.stringify(example);

function changedFrom(before: RuleModel | undefined, after: RuleModel): boolean {
  return JSON.stringify(before?.examples) !== JSON.stringify(after.examples);
}

const isBilingual = (title: Bilingual | undefined): boolean =>
  title !== undefined && /\p{Script=Latin}/u.test(title.en) && /\p{Script=Han}/u.test(title.zh);

function titled({
  keys,
  events,
  indicators,
  rules,
  standings,
}: EditionModel): readonly { title: Bilingual | undefined }[] {
  const places = [...standings.values()];
  const parts = places.flatMap(({ by, bands, awards }) => [
    ...chainKeys(by),
    ...bands,
    ...awards,
    ...awards.flatMap((one) => chainKeys(one.by)),
  ]);
  const shown = new Map([...indicators].filter(([, { hidden }]) => !hidden));
  return [keys, events, shown, rules]
    .flatMap((part): { title: Bilingual | undefined }[] => [...part.values()])
    .concat(places, parts);
}

interface Written {
  readonly rules?: readonly { readonly on?: string; readonly conditions?: object; readonly event?: object }[];
  readonly standings?: object;
}

/** The first edition with a condition that never holds on every rule. */
function switchedOff(written: Written | readonly Written[]): unknown {
  const [first, ...later] = Array.isArray(written) ? written : [written];
  const standings = Object.keys(first?.standings ?? {});
  const rules = (first?.rules ?? []).map((rule: NonNullable<Written['rules']>[number]) => {
    const never = standings.includes(String(rule.on))
      ? { fact: 'today', operator: 'lessThan', value: '1000-01-01' }
      : { fact: 'type', operator: 'equal', value: 'nothing' };
    return { ...rule, conditions: { all: [never, ...(rule.conditions === undefined ? [] : [rule.conditions])] } };
  });
  return [{ ...first, rules }, ...later];
}
