import { describe, expect, test } from 'vitest';
import {
  type CloudEvent,
  caseFile,
  caseFiles,
  decide,
  evolve,
  explain,
  explanationText,
  type JsonObject,
  openCase,
  parseEvents,
  parseRubric,
  replay,
  runExamples,
} from '../src/index.js';
import { event, judged, rubric, valueFor } from './faults/small-rubric.js';

const pupil = { kind: 'key', is: 'subject' };
const number = { kind: 'number' };

/** A slip by its first form, whose grade is a letter, and by its second, which counts half points. */
const EVENTS: JsonObject = {
  'slip.v1': {
    fields: { pupil, grade: { kind: 'choice', of: ['A', 'B'] }, note: { kind: 'text', optional: true } },
    becomes: { type: 'slip.v2', data: { halves: "grade == 'A' ? 5 : 1" } },
  },
  'slip.v2': {
    fields: { pupil, halves: number, note: { kind: 'text', optional: true } },
    becomes: { type: 'slip', data: { worth: 'halves / 2', told: "note + ' (' + type + ')'" } },
  },
  slip: {
    title: { en: 'Slip', zh: '失误' },
    fields: {
      pupil,
      worth: { kind: 'number', path: '$.what.worth[1]' },
      told: { kind: 'text', optional: true },
      note: { kind: 'text', optional: true },
      cost: { kind: 'number', is: '-worth' },
    },
  },
};
const latest = (value: string): JsonObject => ({
  per: ['pupil'],
  of: { kind: 'events', type: 'slip', value },
  reduce: 'latest',
});
const INDICATORS: JsonObject = {
  lost: { per: ['pupil'], of: { kind: 'events', type: 'slip', value: 'cost' }, reduce: 'sum' },
  lastTold: latest('told'),
  lastNote: latest('note'),
};
const by = rubric({ events: EVENTS, indicators: INDICATORS });
const first = event('a', 'slip.v1', 'ann', '03-01', { grade: 'A', note: 'late' });
const second = event('b', 'slip.v2', 'ann', '03-02', { halves: 3 });
const third = event('c', 'slip', 'ann', '03-03', { what: { worth: [0, 2] } });

describe('An older form of an event', () => {
  test('is read as the newer one, through all forms between', () => {
    expect(valueFor(judged(by, [first]), 'ann', 'lost')).toBe('-2.5');
    expect(valueFor(judged(by, [first, second, third]), 'ann', 'lost')).toBe('-6');
  });

  test('hands on by name what no formula makes', () => {
    expect(valueFor(judged(by, [first]), 'ann', 'lastNote')).toBe('late');
  });

  test('is called by its own name in its formulas', () => {
    expect(valueFor(judged(by, [first]), 'ann', 'lastTold')).toBe('late (slip.v2)');
  });

  test('leaves unknown what its formula does, or what no decimal writes', () => {
    const data = { worth: 'halves / 3' };
    const events = { ...EVENTS, 'slip.v2': { ...(EVENTS['slip.v2'] as JsonObject), becomes: { type: 'slip', data } } };
    const thirds = rubric({ events, indicators: INDICATORS });
    const worth = (halves: number) =>
      valueFor(judged(thirds, [event('b', 'slip.v2', 'ann', '03-02', { halves })]), 'ann', 'lost');
    expect([worth(3), worth(1)]).toEqual(['-1', null]);
    expect(valueFor(judged(by, [second]), 'ann', 'lastTold')).toBe(null);
  });

  test('triggers the rules of the newer one, and rulings void it', () => {
    const tell = {
      name: 'tell',
      basis: '1',
      on: 'slip',
      event: { type: 'issue', params: { type: 'told', fields: { note: 'told' } } },
    };
    const telling = rubric({ events: EVENTS, rules: [tell] });
    const told = (more: readonly CloudEvent[]) =>
      judged(telling, [first, ...more]).findings.map(({ facts }) => facts.note);
    const ruling = event('v', 'meritlog.event.voided', 'ann', '04-01', { id: 'a', reason: 'x' });
    expect([told([]), told([ruling])]).toEqual([['late (slip.v2)'], []]);
  });

  test('is a ruling where the newer one is, before anything is heard', () => {
    const events = {
      ...EVENTS,
      'appeal.v1': {
        fields: { pupil, about: { kind: 'text' } },
        becomes: { type: 'appeal', data: { which: 'about' } },
      },
      appeal: { fields: { pupil, which: { kind: 'text' } } },
    };
    const quash = { name: 'quash', basis: '1', on: 'appeal', event: { type: 'void', params: { event: 'which' } } };
    const appealed = rubric({ events, indicators: INDICATORS, rules: [quash] });
    const appeal = event('p', 'appeal.v1', 'ann', '04-01', { about: 'a' });
    expect(valueFor(judged(appealed, [first, second, appeal]), 'ann', 'lost')).toBe('-1.5');
  });
});

describe('The ledger keeps the original:', () => {
  test('the door checks an event by the fields of its own type', () => {
    const refused = parseEvents(by, [event('a', 'slip.v1', 'ann', '03-01', { worth: 2 })]);
    expect(refused.ok ? [] : refused.problems.map(({ code }) => code).sort()).toEqual([
      'field-missing',
      'field-unknown',
    ]);
  });

  test('the digest is that of what was recorded', () => {
    const plain = rubric({
      events: { ...EVENTS, 'slip.v1': { fields: (EVENTS['slip.v1'] as JsonObject).fields ?? {} } },
    });
    const digest = (one: typeof by) => judged(one, [first, third]).digests.ledger;
    expect(digest(by)).toBe(digest(plain));
  });

  test('reasons tell what it was recorded as, and nothing of the kind where it is what it was', () => {
    const reasons = explain(judged(by, [first, third]), { subject: 'ann', indicator: 'lost' });
    const body = reasons.kind === 'value' ? reasons.reason.body : undefined;
    const events = body?.kind === 'measure' ? body.members.map(({ event: one }) => one) : [];
    expect(events.map((one) => [one?.type, one?.recordedAs])).toEqual([
      ['slip', 'slip.v1'],
      ['slip', undefined],
    ]);
    expect(explanationText(reasons, 'en')).toContain('Slip (recorded as slip.v1)');
    expect(explanationText(reasons, 'zh')).toContain('失误 （原记录为 slip.v1）');
  });

  test('an example of a rule may be written in the older form', () => {
    const give = {
      name: 'give',
      basis: '1',
      on: 'slip',
      event: { type: 'give', params: { to: 'given', points: 'cost' } },
      examples: [
        { events: [{ type: 'slip.v1', subject: 'ann', time: '2026-03-01', data: { grade: 'A' } }], points: '-2.5' },
      ],
    };
    const given = { per: ['pupil'], of: { kind: 'given' }, reduce: 'sum' };
    const results = runExamples(rubric({ events: EVENTS, indicators: { given }, rules: [give] }));
    expect(results.map(({ ok }) => ok)).toEqual([true]);
  });
});

test('An older form of what registers a subject registers it', () => {
  const events = {
    ...EVENTS,
    'entered.v1': { fields: { pupil }, becomes: { type: 'entered' } },
    entered: { registers: true, fields: { pupil } },
  };
  const registering = rubric({ events });
  expect(parseEvents(registering, [first]).ok).toBe(false);
  expect(parseEvents(registering, [event('r', 'entered.v1', 'ann', '01-01'), first]).ok).toBe(true);
});

describe('Of several editions', () => {
  const later = { effective: { from: '2026-06-01' } };

  test('the last one reads older forms, and a lens that asks for one has it read them', () => {
    const tables = { letters: { by: ['grade'], rows: { A: 10, B: 1 } } };
    const old = EVENTS['slip.v1'] as JsonObject;
    const events = {
      ...EVENTS,
      'slip.v1': { ...old, becomes: { type: 'slip.v2', data: { halves: 'letters(grade)' } } },
    };
    const two = rubric(
      { events, tables, indicators: INDICATORS },
      { ...later, tables: { letters: { rows: { A: 20 } } } },
    );
    const ledger = parseEvents(two, [first]);
    if (!ledger.ok) throw new Error('the event is right');
    const lost = (edition?: string) =>
      valueFor(replay(ledger.value, two, edition === undefined ? {} : { edition }), 'ann', 'lost');
    expect([lost(), lost('1'), lost('2')]).toEqual(['-10', '-5', '-10']);
  });

  test('none may read a form otherwise than the first', () => {
    const overlay = { vocabulary: { events: { 'slip.v1': { becomes: { data: { halves: '7' } } } } } };
    const [document] = by.model.editions.map((edition) => edition.document);
    const parsed = parseRubric([
      document ?? {},
      { kind: 'rubric', id: 'small', edition: '2', parent: '1', ...later, ...overlay },
    ]);
    expect(parsed.ok ? [] : parsed.problems.map(({ code, pointer }) => `${code} ${pointer}`)).toEqual([
      'edition-differs /1/vocabulary/events/slip.v1/becomes',
    ]);
  });
});

test('A case is opened by the older form of its first step, and the step after it goes on', () => {
  const fields = { pupil, item: { kind: 'key' }, who: { kind: 'text' } };
  const events = {
    'asked.v1': {
      fields: { pupil, item: { kind: 'key' }, by: { kind: 'text' } },
      becomes: { type: 'asked', data: { who: 'by' } },
    },
    asked: { fields },
    granted: { fields },
  };
  const steps = {
    ask: { to: 'open', event: 'asked', roles: ['pupil'] },
    grant: { from: 'open', to: 'closed', event: 'granted', roles: ['head'], not: ['ask.who'] },
  };
  const procedures = { leave: { case: 'item', actor: 'who', states: { open: {}, closed: {} }, steps } };
  const asking = rubric({ events, procedures, roles: { pupil: {}, head: {} } });
  const asked = event('e1', 'asked.v1', 'ann', '03-01', { item: 'x', by: 'ann' });
  const ledger = parseEvents(asking, [asked]);
  if (!ledger.ok) throw new Error('the event is right');
  const file = caseFile(asking, 'leave', ledger.value, 'x');
  expect(file.state).toBe('open');
  expect(evolve(asking, openCase(asking, 'leave', 'x'), asked).state).toBe('open');
  expect(caseFiles(asking, 'leave', ledger.value)).toHaveLength(1);
  const command = {
    step: 'grant',
    id: 'e2',
    source: 'school',
    at: '2026-03-02T12:00:00Z',
    roles: ['head'],
    memberOf: [],
  };
  const codes = (actor: string) => {
    const decision = decide(asking, file, { ...command, by: { actor, roles: ['head'] } });
    return decision.ok ? [] : decision.problems.map(({ code }) => code);
  };
  expect([codes('kim'), codes('ann')]).toEqual([[], ['same-person']]);
});
