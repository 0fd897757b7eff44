import { describe, expect, test } from 'vitest';
import { compareSequences, compareTexts } from '../src/model/order.js';
import { parseEvents } from '../src/parse/events.js';
import { CLASS, event } from './events-model.js';

function ledger(input: string | readonly unknown[]) {
  const result = parseEvents(CLASS, input);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

describe('An event of a ledger', () => {
  test('has its times read, and is recorded when it happened unless it says otherwise', () => {
    const [one, two] = ledger([
      event('e1'),
      event('e2', { recordedtime: '2026-03-01T00:00:00.500Z', traceparent: 'x', sampled: true, retries: 2 }),
    ]).events;
    expect(one).toMatchObject({ type: 'homework.missed', subject: 'li', time: Date.UTC(2026, 2, 2) });
    expect(one?.recorded).toBe(one?.time);
    expect(two?.recorded).toBe(Date.UTC(2026, 2, 1, 0, 0, 0, 500));
    expect(two?.event).toMatchObject({ traceparent: 'x', sampled: true, retries: 2 });
  });

  test('is frozen all through, inherits no key, and owes nothing to the value it was made from', () => {
    const raw = event('e1', { data: { severity: 'minor', pages: 1, tags: ['a'], place: { rooms: ['A'] } } });
    const [one] = ledger([raw]).events;
    raw.data = {};
    expect(one?.data).toEqual({ severity: 'minor', pages: 1, tags: ['a'], place: { rooms: ['A'] } });
    for (const part of [one, one?.event, one?.data, one?.data.tags, one?.data.place]) {
      expect(Object.isFrozen(part)).toBe(true);
    }
    expect(one?.data.toString).toBeUndefined();
    expect(one?.data.constructor).toBeUndefined();
    expect(Object.isFrozen(raw)).toBe(false);
  });

  test('is taken as it is where our reader or a ledger made it', () => {
    const first = ledger([event('e1')]);
    const again = ledger(first.events.map((one) => one.event));
    expect(again.events[0]?.event).toBe(first.events[0]?.event);
  });

  test('leaves out members that are undefined, as JSON does', () => {
    const [one] = ledger([
      event('e1', { subject: undefined, data: { severity: 'minor', pages: 1, note: undefined } }),
    ]).events;
    expect(Object.keys(one?.event ?? {})).not.toContain('subject');
    expect(one?.subject).toBe('');
    expect(Object.keys(one?.data ?? {})).toEqual(['severity', 'pages']);
  });

  test('of a type without fields needs no data', () => {
    const [one] = ledger([event('e1', { type: 'pupil.joined', data: undefined })]).events;
    expect(one?.data).toEqual({});
  });

  test('may have structures besides the parts that a path reads', () => {
    expect(ledger([event('e1', { data: { severity: 'minor', pages: 1, place: { floor: 2 } } })]).events).toHaveLength(
      1,
    );
  });

  test('of the engine may say more than the engine reads', () => {
    const ruling = { id: 'e1', reason: 'typo', proposedBy: 'office' };
    expect(ledger([event('e1'), event('v1', { type: 'meritlog.event.voided', data: ruling })]).events).toHaveLength(2);
  });
});

describe('The order of a ledger', () => {
  test('is by instant, sequence, source and id, whatever the offsets', () => {
    const at = (id: string, time: string, sequence?: string) => event(id, { time, sequence });
    const events = [
      at('f', '2026-03-02T00:00:00Z', '10'),
      at('e', '2026-03-02T00:00:00Z', '9'),
      at('d', '2026-03-02T08:00:00+08:00'),
      at('c', '2026-03-02T00:30:00+01:00'),
    ];
    expect(ledger(events).events.map((one) => one.event.id)).toEqual(['c', 'd', 'e', 'f']);
  });

  test('compares texts by code point, where UTF-16 would not', () => {
    expect('\u{1f600}' < '\ue000').toBe(true);
    expect(compareTexts('\u{1f600}', '\ue000')).toBeGreaterThan(0);
    expect(compareTexts('a', 'ab')).toBeLessThan(0);
  });

  test('puts numerals before other sequences, so that it is an order', () => {
    const sorted = ['x', '10', '1a', '9', undefined].sort((a, b) => compareSequences(a ?? undefined, b ?? undefined));
    expect(sorted).toEqual(['9', '10', '1a', 'x', undefined]);
    expect(['10', '9', '010', '1'].sort(compareSequences)).toEqual(['1', '9', '010', '10']);
    expect(compareSequences(undefined, '1')).toBeLessThan(0);
  });

  test('keeps of two copies the one that was recorded first', () => {
    const copies = ['2026-04-02T00:00:00Z', undefined, '2026-04-01T00:00:00Z'].map((recordedtime) =>
      event('e1', { recordedtime }),
    );
    expect(ledger(copies).events.map((one) => one.event.recordedtime)).toEqual(['2026-04-01T00:00:00Z']);
  });
});
