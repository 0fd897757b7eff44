import type { JsonObject } from '@meritlog/core';
import { expect, test } from 'vitest';
import { agreed } from './both.js';

const scheme = (where: string): JsonObject => ({
  kind: 'rubric',
  id: 'guards',
  edition: '1',
  effective: { from: '2026-01-01' },
  zone: { name: 'UTC', offsets: [{ offset: '+00:00' }] },
  subject: 'pupil',
  keys: { pupil: {} },
  vocabulary: {
    events: {
      scored: { fields: { pupil: { kind: 'key', is: 'subject' }, points: { kind: 'number', optional: true } } },
    },
  },
  indicators: {
    ratio: { per: ['pupil'], of: { kind: 'events', type: 'scored', value: 'points' }, reduce: 'mean' },
    total: { per: ['pupil'], of: { kind: 'given' }, reduce: 'sum' },
  },
  rules: [{ name: 'r', basis: '1', on: 'scored', where, event: { type: 'give', params: { to: 'total', points: 1 } } }],
});

const scored = (id: string, subject: string, data: JsonObject) => ({
  specversion: '1.0',
  id,
  source: '/s',
  type: 'scored',
  subject,
  time: '2026-03-01T12:00:00Z',
  data,
});

test.each([
  ['known(points) && points > 3', '0 0 1'],
  ['points > 3 && known(points)', '0 0 1'],
  ['!known(points) || points > 3', '1 0 1'],
  ['known(points) ? points > 3 : true', '1 0 1'],
  ['known(ratio) && ratio > 3', '0 0 1'],
  ['!(known(ratio) && ratio > 3)', '1 1 0'],
])('Both evaluators read %s as the same two-valued condition', async (where, expected) => {
  const events = [scored('a', 'ann', {}), scored('b', 'bob', { points: 2 }), scored('c', 'cid', { points: 5 })];
  const { subjects } = await agreed(scheme(where), events, {});
  expect(['ann', 'bob', 'cid'].map((name) => subjects[name]?.indicators.total?.value).join(' ')).toBe(expected);
});
