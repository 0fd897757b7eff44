import type { JsonObject } from '../src/model/json.js';
import type { Rubric } from '../src/rubric.js';
import type { Pair } from './analyse-pair.js';
import { GIVE, INDICATORS, PER, rubricWith, rule } from './analyse-rubric.js';

/** Faults of rules, each beside the same without it. */
export function rulePairs(): readonly Pair[] {
  return [...conditionPairs(), ...tierPairs(), ...punishingPairs()];
}

function conditionPairs(): readonly Pair[] {
  const late = rule('late', { where: { kind: 'late' }, event: GIVE });
  const long = { fact: 'days', operator: 'greaterThan', value: 10 };
  const withRules = (...rules: readonly JsonObject[]): Rubric => rubricWith({ rules });
  const numbers = (low: number, high: number): JsonObject =>
    rule('second', { where: { days: { greaterThan: low, lessThan: high } }, event: GIVE });
  const never = { code: 'rule-never', pointer: '/rules/1' } as const;
  return [
    {
      code: 'rule-without-example',
      what: 'a rule that no example shows',
      names: ['late'],
      pointer: '/rules/0',
      faulty: withRules({ ...late, examples: [] }),
      mended: withRules(late),
    },
    {
      ...never,
      what: 'bounds that exclude each other',
      names: ['second'],
      faulty: withRules(late, numbers(5, 5)),
      mended: withRules(late, numbers(5, 6)),
    },
    {
      ...never,
      what: 'one choice that is two things',
      names: ['second'],
      faulty: withRules(
        late,
        rule('second', {
          where: { kind: ['late', 'dirty'] },
          conditions: { all: [{ fact: 'kind', operator: 'equal', value: 'closed' }] },
          event: GIVE,
        }),
      ),
      mended: withRules(
        late,
        rule('second', {
          where: { kind: ['late', 'dirty'] },
          conditions: { all: [{ fact: 'kind', operator: 'equal', value: 'dirty' }] },
          event: GIVE,
        }),
      ),
    },
    {
      ...never,
      what: 'no choice is left',
      names: ['second'],
      faulty: withRules(late, rule('second', { where: { kind: { notIn: ['late', 'dirty', 'closed'] } }, event: GIVE })),
      mended: withRules(late, rule('second', { where: { kind: { notIn: ['late', 'dirty'] } }, event: GIVE })),
    },
    {
      ...never,
      what: 'an exception that takes everything',
      names: ['second', 'late'],
      faulty: withRules(
        late,
        rule('second', { where: { kind: 'late' }, conditions: { all: [long] }, unless: ['late'], event: GIVE }),
      ),
      mended: withRules(late, rule('second', { conditions: { all: [long] }, unless: ['late'], event: GIVE })),
    },
    {
      ...never,
      what: 'a rule that overrides it always',
      names: ['second', 'late'],
      faulty: withRules(
        { ...late, overrides: ['second'] },
        rule('second', { where: { kind: 'late', days: 3 }, event: GIVE }),
      ),
      mended: withRules({ ...late, overrides: ['second'] }, rule('second', { where: { days: 3 }, event: GIVE })),
    },
  ];
}

function tierPairs(): readonly Pair[] {
  const tier = (name: string, days: JsonObject, more: JsonObject = {}): JsonObject =>
    rule(name, { where: { days }, event: GIVE, ...more });
  const limit = (name: string, params: JsonObject, more: JsonObject): JsonObject =>
    rule(name, { event: { type: 'limit', params: { indicator: 'total', ...params } }, ...more });
  const long = { days: { greaterThan: 3 } };
  const onCard = { on: 'card.shown' };
  const red = { where: { colour: 'red' } };
  const card = (colour: string, holds: boolean): JsonObject => ({
    events: [{ type: 'card.shown', subject: 'a', time: '2026-03-02', data: { colour } }],
    asOf: '2026-12-31',
    holds,
  });
  const ends = (name: string, as: string, more: JsonObject = {}): JsonObject =>
    rule(name, {
      ...onCard,
      event: { type: 'end', params: { event: 'id', as } },
      examples: [card('red', true)],
      ...more,
    });
  const follow = (colour: string): JsonObject =>
    rule('follow', {
      ...onCard,
      where: { colour },
      event: {
        type: 'issue',
        params: { type: 'fault.found', fields: { kind: "'late'", days: 1 }, consumes: [{ event: 'id', as: 'used' }] },
      },
      examples: [card(colour, true)],
    });
  const withRules = (...rules: readonly JsonObject[]): Rubric =>
    rubricWith({ rules: [...rules, rule('late', { where: { kind: 'late' }, event: GIVE })] });
  return [
    {
      code: 'rules-overlap',
      what: 'two stretches of days that share one',
      names: ['short', 'long'],
      pointer: '/rules/1',
      faulty: withRules(tier('short', { lessThanInclusive: 5 }), tier('long', { greaterThanInclusive: 5 })),
      mended: withRules(tier('short', { lessThanInclusive: 5 }), tier('long', { greaterThan: 5 })),
    },
    {
      code: 'rules-overlap',
      what: 'two stretches that cross, and one that gives way',
      names: ['short', 'long'],
      pointer: '/rules/1',
      faulty: withRules(tier('short', { lessThan: 9 }), tier('long', { greaterThan: 5 })),
      mended: withRules(tier('short', { lessThan: 9 }), tier('long', { greaterThan: 5 }, { unless: ['short'] })),
    },
    {
      code: 'ends-conflict',
      what: 'two rules that end one card',
      names: ['lapse', 'settle'],
      pointer: '/rules/1',
      faulty: withRules(ends('lapse', 'lapsed'), ends('settle', 'settled')),
      mended: withRules(ends('lapse', 'lapsed'), ends('settle', 'settled', { ...red, overrides: ['lapse'] })),
    },
    {
      code: 'ends-conflict',
      what: 'a card that is used up and ends at once',
      names: ['lapse', 'follow'],
      pointer: '/rules/1',
      faulty: withRules(ends('lapse', 'lapsed'), follow('red')),
      mended: withRules(ends('lapse', 'lapsed', red), follow('yellow')),
    },
    {
      code: 'rules-gap',
      what: 'days between two stretches',
      names: ['short', 'long', 'longest'],
      pointer: '/rules/0',
      faulty: withRules(
        tier('short', { lessThan: 5 }),
        tier('long', { greaterThan: 5, lessThan: 10 }),
        tier('longest', { greaterThanInclusive: 10 }),
      ),
      mended: withRules(
        tier('short', { lessThan: 5 }),
        tier('long', { greaterThanInclusive: 5, lessThan: 10 }),
        tier('longest', { greaterThanInclusive: 10 }),
      ),
    },
    {
      code: 'limits-cross',
      what: 'a floor above a ceiling',
      names: ['floor', 'ceiling'],
      pointer: '/rules/0',
      faulty: withRules(
        limit('floor', { min: 60 }, { where: { kind: 'late' } }),
        limit('ceiling', { max: 50 }, { where: long }),
      ),
      mended: withRules(
        limit('floor', { min: 60 }, { where: { kind: 'late' }, unless: ['ceiling'] }),
        limit('ceiling', { max: 50 }, { where: long }),
      ),
    },
    {
      code: 'limit-idle',
      what: 'a veto that a stricter one always goes with',
      names: ['ceiling', 'stricter'],
      pointer: '/rules/0',
      faulty: withRules(
        limit('ceiling', { max: 50 }, { where: { ...long, kind: 'late' } }),
        limit('stricter', { max: 40 }, { where: { kind: 'late' } }),
      ),
      mended: withRules(
        limit('ceiling', { max: 30 }, { where: { ...long, kind: 'late' } }),
        limit('stricter', { max: 40 }, { where: { kind: 'late' } }),
      ),
    },
    {
      code: 'limit-idle',
      what: 'a veto that is written twice',
      names: ['again', 'ceiling'],
      pointer: '/rules/1',
      faulty: withRules(limit('ceiling', { max: 50 }, { where: long }), limit('again', { max: 50 }, { where: long })),
      mended: withRules(limit('ceiling', { max: 50 }, { where: long })),
    },
  ];
}

function punishingPairs(): readonly Pair[] {
  const closed = { per: PER, of: { kind: 'events', type: 'fault.found', where: { kind: 'closed' } }, reduce: 'count' };
  const veto = (more: JsonObject): Rubric =>
    rubricWith({ indicators: { ...INDICATORS, closed, final: { per: PER, is: 'closed > 0 ? 0 : total', ...more } } });
  const talk = { type: 'consequence', params: { what: 'talk' } };
  const fromLast = { per: PER, is: 'ranking.size - ranking.rank' };
  const onRanking = (where: JsonObject): Rubric =>
    rubricWith({
      indicators: { ...INDICATORS, fromLast },
      rules: [
        rule('late', { where: { kind: 'late' }, event: GIVE }),
        { ...rule('last', { where, event: talk }), on: 'ranking' },
      ],
    });
  const third = { 'ranking.rank': { present: true, greaterThanInclusive: 3 } };
  const last = { fromLast: { present: true, equal: 0 } };
  const found = { code: 'last-place-alone', names: ['last', 'ranking'], pointer: '/rules/1' } as const;
  return [
    {
      code: 'veto-without-basis',
      what: 'a formula that comes to nothing',
      names: ['final'],
      pointer: '/indicators/final',
      faulty: veto({}),
      mended: veto({ basis: '7' }),
    },
    {
      ...found,
      what: 'from the third place on',
      faulty: onRanking(third),
      mended: onRanking({ ...third, total: { lessThan: 60 } }),
    },
    {
      ...found,
      what: 'as many places as rows',
      faulty: onRanking(last),
      mended: onRanking({ ...last, faults: { greaterThan: 3 } }),
    },
  ];
}
