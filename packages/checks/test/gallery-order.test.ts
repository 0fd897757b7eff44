import { type CloudEvent, outcomeDocument, parseEvents, parseRubric, tryReplay } from '@meritlog/core';
import { expect, test } from 'vitest';
import { galleryText } from '../src/gallery.js';

const rubric = good(parseRubric(galleryText('stack-overflow-cap', 'rubric.json')));
const events = good(parseEvents(rubric, galleryText('stack-overflow-cap', 'events.jsonl'))).events.map(
  ({ event }) => event,
);

test('the daily cap does not depend on the order of votes: every order of the times of a day gives the same file', () => {
  const ofAnn = events.filter(({ subject, time }) => subject === 'ann' && time.startsWith('2026-03-02'));
  const orders = permutations(ofAnn.map(({ time }) => time));
  expect(orders).toHaveLength(120);
  const files = orders.map((times) => {
    const moved = ofAnn.map((event, at) => ({ ...event, time: times[at] ?? event.time }));
    return JSON.stringify(subjectsOf([...events.filter((event) => !ofAnn.includes(event)), ...moved]));
  });
  expect(new Set(files)).toEqual(new Set([JSON.stringify(subjectsOf(events))]));
});

test('the daily cap does not depend on the order of arrival', () => {
  const turned = [...events].reverse();
  expect(subjectsOf(turned)).toEqual(subjectsOf(events));
  expect(subjectsOf([...turned.slice(7), ...turned.slice(0, 7)])).toEqual(subjectsOf(events));
});

function subjectsOf(list: readonly CloudEvent[]): unknown {
  const ledger = good(parseEvents(rubric, list));
  return outcomeDocument(good(tryReplay(ledger, rubric))).subjects;
}

function permutations<T>(items: readonly T[]): readonly (readonly T[])[] {
  if (items.length < 2) return [items];
  return items.flatMap((item, at) => permutations(items.toSpliced(at, 1)).map((rest) => [item, ...rest]));
}

function good<T>(
  result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problems: readonly object[] },
): T {
  if (result.ok) return result.value;
  throw new Error(JSON.stringify(result.problems, null, 2));
}
