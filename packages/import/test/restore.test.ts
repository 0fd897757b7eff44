import { type CloudEvent, memoryStore } from '@meritlog/core';
import { expect, test } from 'vitest';
import { exportLines, restoreLedger } from '../src/index.js';

const day = (n: number): string => `2026-01-${String(n).padStart(2, '0')}T00:00:00Z`;
const event = (n: number, recorded = n): CloudEvent => ({
  specversion: '1.0',
  id: `e${n}`,
  source: '/test',
  type: 'a.happened',
  subject: 's',
  time: day(n),
  recordedtime: day(recorded),
});
const lines = (...events: readonly object[]): readonly string[] => events.map((one) => JSON.stringify(one));
const now = (): number => Date.parse('2030-01-01T00:00:00Z');

/** What restoring gives: the counts, or codes with their lines. */
async function restored(texts: readonly string[], store = memoryStore({ now })) {
  const result = await restoreLedger(store, texts, { file: 'b.jsonl' });
  return result.ok ? result.value : result.problems.map(({ code, line }) => [code, line]);
}

test('what was interrupted goes on where it stopped, and what is whole is left as it is', async () => {
  const store = memoryStore({ now });
  const whole = lines(event(1), event(2), event(3));
  expect(await restored(whole.slice(0, 2), store)).toEqual({ restored: 2, known: 0 });
  expect(await restored(whole, store)).toEqual({ restored: 1, known: 2 });
  expect(await restored(whole, store)).toEqual({ restored: 0, known: 3 });
  expect(await restored(whole.slice(0, 1), store)).toEqual({ restored: 0, known: 1 });
  const texts = [];
  for await (const text of exportLines(store)) texts.push(text);
  expect(
    texts
      .join('')
      .trimEnd()
      .split('\n')
      .map((text) => JSON.parse(text)),
  ).toEqual([event(1), event(2), event(3)]);
});

test('a ledger that holds something else is not touched', async () => {
  const store = memoryStore({ now });
  await store.append([event(9)]);
  expect(await restored(lines(event(1)), store)).toEqual([['restore-other', 1]]);
  expect((await store.head()).position).toBe(1);
  const same = memoryStore({ now });
  await same.append([event(1)]);
  expect(await restored(lines(event(1)), same)).toEqual([['restore-other', 1]]);
});

test('each line that cannot be restored is told by its number', async () => {
  const { recordedtime: _, ...unrecorded } = event(2);
  expect(await restored(lines(event(1), unrecorded))).toEqual([['restore-unrecorded', 2]]);
  expect(await restored(['', ...lines(event(1), event(1))])).toEqual([['restore-repeated', 3]]);
  expect(await restored(lines(event(1, 5), event(2, 4)))).toEqual([['restore-refused', 2]]);
  expect(await restored(lines(event(1), { ...event(2), time: 'soon' }))).toEqual([['restore-refused', 2]]);
  expect(await restored([...lines(event(1)), '{"a": '])).toEqual([[expect.stringMatching(/^json\./), 2]]);
  expect(await restored([...lines(event(1)), '3'])).toEqual([['restore-unrecorded', 2]]);
});

test('a ledger of any length is restored, batch by batch', async () => {
  const many = Array.from({ length: 25_000 }, (_, n) => ({ ...event(1), id: `m${n}` }));
  const store = memoryStore({ now });
  expect(await restored(lines(...many), store)).toEqual({ restored: 25_000, known: 0 });
  expect((await store.head()).position).toBe(25_000);
});
