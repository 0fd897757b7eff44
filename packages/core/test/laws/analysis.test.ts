import fc from 'fast-check';
import { expect } from 'vitest';
import { anyOf } from '../../src/analyse/normal-form.js';
import { Ranges } from '../../src/analyse/ranges.js';
import { recordedRange } from '../../src/analyse/recorded-range.js';
import { slotsOf } from '../../src/analyse/slots.js';
import { analyse } from '../../src/analyse.js';
import { canonical } from '../../src/model/canonical.js';
import type { Expr } from '../../src/model/expr.js';
import { lte, parsePrinted } from '../../src/model/num.js';
import type { EditionModel } from '../../src/model/rubric.js';
import { replay } from '../../src/replay.js';
import { parseRubric } from '../../src/rubric.js';
import { arbitraryCase, arbitraryScheme } from '../../src/testing/index.js';
import { bites } from '../../src/witness.js';
import { law } from './law.js';
import { checked, read } from './read-case.js';

law(
  'every formula of a rubric is a place that the analyser knows',
  { cases: arbitraryScheme(), runs: 60, schemeOf: (one) => one },
  ({ rubric }, tally) => {
    for (const edition of checked(parseRubric([...rubric])).model.editions) {
      const known = new Set<Expr>(slotsOf(edition).map(({ expr }) => expr));
      const formulas = formulasIn(edition);
      tally.count('formulas', formulas.length > 0);
      expect(formulas.filter(({ expr }) => !known.has(expr)).map(({ text }) => text)).toEqual([]);
    }
  },
);

interface Written {
  readonly text: string;
  readonly expr: Expr;
}

/** All there are, but for the end of a period, which reads nothing that anybody could analyse. */
function formulasIn({ period: _, procedures: __, ...edition }: EditionModel): readonly Written[] {
  const found: Written[] = [];
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if (value instanceof Map) for (const inner of value.values()) walk(inner);
    else if (isWritten(value)) found.push(value);
    else for (const inner of Object.values(value)) walk(inner);
  };
  walk(edition);
  return found;
}

function isWritten(value: object): value is Written {
  return 'text' in value && 'expr' in value;
}

law(
  'every value lies between the numbers that the analyser says',
  { cases: arbitraryCase(), runs: 80, schemeOf: (one) => one },
  (one, tally) => {
    const { rubric, ledger } = read(one);
    const [edition, more] = rubric.model.editions;
    tally.count('one edition', more === undefined);
    if (edition === undefined || more !== undefined) return;
    const ranges = new Ranges(
      edition,
      [...edition.rules.values()],
      () => anyOf,
      (type, field) => recordedRange(rubric.model, type, field),
    );
    const { subjects } = replay(ledger, rubric, one.lens.suppose === undefined ? one.lens : {});
    for (const { indicators } of Object.values(subjects)) {
      for (const [name, reading] of Object.entries(indicators)) {
        for (const shown of [reading?.value, ...(reading?.members ?? []).map((member) => member.value)]) {
          const number =
            typeof shown === 'string' && edition.indicators.get(name)?.type === 'number'
              ? parsePrinted(shown)
              : undefined;
          const { low, high } = ranges.indicator(name);
          if (number === undefined) continue;
          tally.count('bounded values', low !== undefined || high !== undefined);
          expect(low === undefined || lte(low, number), `${name}: ${shown} is not below its least value`).toBe(true);
          expect(high === undefined || lte(number, high), `${name}: ${shown} is not above its greatest value`).toBe(
            true,
          );
        }
      }
    }
  },
);

law(
  'what the analyser tells of a rubric shows in its witness, and it tells the same each time',
  {
    cases: fc.record({ scheme: arbitraryScheme({ rules: 5, indicators: 5, events: 0 }) }),
    runs: 5,
    schemeOf: ({ scheme }) => scheme,
  },
  ({ scheme }, tally) => {
    const rubric = checked(parseRubric([...scheme.rubric]));
    const { findings } = analyse(rubric);
    tally.count('findings', findings.length > 0);
    for (const { code, witness } of findings) {
      tally.count(code);
      expect(bites(rubric, witness), code).toBe(true);
    }
    expect(canonical(JSON.parse(JSON.stringify(analyse(rubric).findings)))).toBe(
      canonical(JSON.parse(JSON.stringify(findings))),
    );
  },
);
