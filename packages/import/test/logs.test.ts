import { EventStore, EventType } from '@castore/core';
import { InMemoryEventStorageAdapter } from '@castore/event-storage-adapter-in-memory';
import { type Event, getInMemoryEventStore } from '@event-driven-io/emmett';
import { type CloudEvent, memoryStore, type Result } from '@meritlog/core';
import { describe, expect, test } from 'vitest';
import { type EmmettRow, fromCastore, fromEmmett } from '../src/index.js';

function good(result: Result<readonly CloudEvent[]>): readonly CloudEvent[] {
  if (result.ok) return result.value;
  throw new Error(JSON.stringify(result.problems, null, 1));
}

function codes(result: Result<readonly CloudEvent[]>): readonly string[] {
  return result.ok ? [] : result.problems.map(({ code }) => code);
}

describe('A log of Castore', () => {
  const broken = new EventType<'RULE_BROKEN', { what: string }>({ type: 'RULE_BROKEN' });
  const noted = new EventType<'NOTED', never>({ type: 'NOTED' });
  const options = { source: '/castore/PUPILS', types: { RULE_BROKEN: 'rule.broken', NOTED: null } };

  async function events() {
    const pupils = new EventStore({
      eventStoreId: 'PUPILS',
      eventTypes: [broken, noted],
      reducer: (state: { aggregateId: string; version: number }, { version }: { version: number }) => ({
        ...state,
        version,
      }),
      eventStorageAdapter: new InMemoryEventStorageAdapter({}),
    });
    const push = (aggregateId: string, version: number, minute: number) => ({
      aggregateId,
      version,
      timestamp: `2026-04-29T08:${minute}:00.000Z`,
    });
    await pupils.pushEvent({ ...push('li-na', 1, 30), type: 'RULE_BROKEN', payload: { what: 'late' } });
    await pupils.pushEvent({ ...push('li-na', 2, 10), type: 'NOTED' });
    await pupils.pushEvent({ ...push('sun-yue', 1, 20), type: 'RULE_BROKEN', payload: { what: 'absent' } });
    const ids = await pupils.listAggregateIds();
    const all = await Promise.all(ids.aggregateIds.map(({ aggregateId }) => pupils.getEvents(aggregateId)));
    return all.flatMap(({ events: found }) => found);
  }

  test('becomes events, in the order in which they were recorded', async () => {
    expect(good(fromCastore(await events(), options))).toEqual([
      expect.objectContaining({ id: 'sun-yue/1', subject: 'sun-yue' }),
      {
        specversion: '1.0',
        id: 'li-na/1',
        source: '/castore/PUPILS',
        type: 'rule.broken',
        subject: 'li-na',
        time: '2026-04-29T08:30:00.000Z',
        sequence: '0000000001',
        data: { what: 'late' },
        recordedtime: '2026-04-29T08:30:00.000Z',
      },
    ]);
  });

  test('is stored once with its recorded times, however often it is imported', async () => {
    const store = memoryStore({ now: () => Date.parse('2030-01-01T00:00:00Z') });
    const all = good(fromCastore(await events(), options));
    expect((await store.append(all, { preserveRecorded: true })).kind).toBe('appended');
    expect((await store.append(all, { preserveRecorded: true })).kind).toBe('duplicate');
    expect(await store.positionAt('2026-04-29T08:25:00Z')).toBe(1);
  });

  test('says all that it lacks', async () => {
    const all = [...(await events()), { aggregateId: 'a', version: 1, type: 'RULE_BROKEN', timestamp: 'soon' }];
    expect(codes(fromCastore(all, { source: '/x', types: { RULE_BROKE: 'a.b', NOTED: null } }))).toEqual([
      'log-type',
      'log-type',
      'log-type',
    ]);
    expect(codes(fromCastore(all, options))).toEqual(['log-time']);
    expect(codes(fromCastore(await events(), { ...options, data: () => Number.NaN }))).toEqual([
      'log-value',
      'log-value',
    ]);
  });
});

describe('A log of Emmett', () => {
  type Broken = Event<'RuleBroken', { what: string; at: string; points: number }>;
  const options = { source: '/emmett', types: { RuleBroken: 'rule.broken' } };

  async function events() {
    const store = getInMemoryEventStore();
    const one = (what: string, at: string): Broken => ({ type: 'RuleBroken', data: { what, at, points: 2 } });
    await store.appendToStream<Broken>('pupil-li-na', [one('late', '2026-04-29T08:30:00+08:00')]);
    await store.appendToStream<Broken>('pupil-sun-yue', [one('absent', '2026-04-28T08:30:00+08:00')]);
    const read = await Promise.all(['pupil-li-na', 'pupil-sun-yue'].map((name) => store.readStream<Broken>(name)));
    return read.flatMap(({ events: found }) => found);
  }

  test('becomes events, with the time that its data has', async () => {
    const all = good(
      fromEmmett(await events(), {
        ...options,
        time: ({ data }) => data.at,
        subject: ({ metadata }) => metadata.streamName.replace(/^pupil-/, ''),
        data: ({ data: { at: _, ...rest } }) => rest,
      }),
    );
    expect(all).toEqual([
      expect.objectContaining({ subject: 'sun-yue', time: '2026-04-28T08:30:00+08:00' }),
      {
        specversion: '1.0',
        id: expect.stringMatching(/^[0-9a-f-]{36}$/),
        source: '/emmett',
        type: 'rule.broken',
        subject: 'li-na',
        time: '2026-04-29T08:30:00+08:00',
        sequence: '0000000000000000001',
        data: { what: 'late', points: 2 },
      },
    ]);
  });

  test('that was read through the API says no times by itself', async () => {
    expect(codes(fromEmmett(await events(), options))).toEqual(['log-no-time', 'log-no-time']);
  });

  const row: EmmettRow = {
    stream_id: 'pupil-li-na',
    stream_position: 1n,
    global_position: 7n,
    message_type: 'RuleBroken',
    message_id: 'm7',
    message_data: '{"what":"late"}',
    message_kind: 'E',
    created: '2026-04-29 08:30:00',
  };

  test.each([
    ['2026-04-29 08:30:00', '2026-04-29T08:30:00Z'],
    ['2026-04-29 08:30:00.123456+00', '2026-04-29T08:30:00.123+00:00'],
    ['2026-04-29 16:30:00+08:00', '2026-04-29T16:30:00+08:00'],
    [new Date('2026-04-29T08:30:00Z'), '2026-04-29T08:30:00.000Z'],
  ])('as rows of its table was recorded when they were created: %s', (created, recordedtime) => {
    expect(good(fromEmmett([{ ...row, created }], options))).toEqual([
      expect.objectContaining({ id: 'm7', time: recordedtime, recordedtime, data: { what: 'late' } }),
    ]);
  });

  test.each(['{"a": ', '{"n": 12345678901234567890}', '{"__proto__": 1}'])(
    'is refused where its data is %s',
    (message_data) => {
      expect(codes(fromEmmett([{ ...row, message_data }], options))).toEqual(['log-value']);
    },
  );

  test('leaves commands out, and keeps whole numbers and dates of its data exactly', () => {
    const data = { big: 12_345_678_901_234_567_890n, when: new Date(0), none: undefined, list: [1, { a: null }] };
    const all = good(
      fromEmmett(
        [
          { ...row, message_kind: 'C' },
          { ...row, message_data: data },
        ],
        options,
      ),
    );
    expect(all.map((event) => event.data)).toEqual([
      { big: '12345678901234567890', when: '1970-01-01T00:00:00.000Z', list: [1, { a: null }] },
    ]);
  });
});
