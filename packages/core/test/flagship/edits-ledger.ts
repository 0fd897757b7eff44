// What every edit needs: seeded chance, moving an event to another day, adding one.

import { addDays } from './fold-days.js';
import { dayOf, type FlagshipEvent } from './fold-facts.js';

export interface Chance {
  /** A whole number from 0 to n − 1. */
  below(n: number): number;
  pick<Item>(items: readonly Item[]): Item;
}

/** Mulberry32, seeded. */
export function chanceOf(seed: number): Chance {
  let state = (seed * 0x9e3779b1) >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const below = (n: number): number => next() % n;
  return {
    below,
    pick<Item>(items: readonly Item[]): Item {
      const item = items[below(items.length)];
      if (item === undefined) throw new Error('nothing to pick from');
      return item;
    },
  };
}

export type Edit = (chance: Chance, events: readonly FlagshipEvent[], seed: number) => readonly FlagshipEvent[];

export const ofType = (events: readonly FlagshipEvent[], ...types: readonly string[]): readonly FlagshipEvent[] =>
  events.filter((event) => types.includes(event.type));

export const replace = (
  events: readonly FlagshipEvent[],
  old: FlagshipEvent,
  changed: FlagshipEvent,
): readonly FlagshipEvent[] => events.map((event) => (event.id === old.id ? changed : event));

export const withData = (event: FlagshipEvent, data: Readonly<Record<string, unknown>>): FlagshipEvent => ({
  ...event,
  data: { ...event.data, ...data },
});

/** The field that repeats the event's own day moves along. */
const DAY_FIELDS = ['closedOn', 'reachedOn', 'receivedOn'];

export function moved(event: FlagshipEvent, days: number): FlagshipEvent {
  const shift = (instant: string): string => addDays(instant.slice(0, 10), days) + instant.slice(10);
  const time = shift(event.time);
  const fields = DAY_FIELDS.filter((field) => event.data[field] === dayOf(event));
  const data = Object.fromEntries(fields.map((field) => [field, time.slice(0, 10)]));
  return withData({ ...event, time, recordedtime: shift(event.recordedtime) }, data);
}

export interface Addition {
  readonly id: string;
  readonly type: string;
  readonly subject: string | undefined;
  readonly day: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** A new event, at eleven o'clock, recorded the same afternoon. */
export function added(events: readonly FlagshipEvent[], one: Addition): readonly FlagshipEvent[] {
  const event: FlagshipEvent = {
    specversion: '1.0',
    id: one.id,
    source: '/chengchuan/sizhi',
    type: one.type,
    ...(one.subject === undefined ? {} : { subject: one.subject }),
    time: `${one.day}T11:07:00+08:00`,
    recordedtime: `${one.day}T15:30:00+08:00`,
    data: one.data,
  };
  return [...events, event];
}

const UNITS = ['A01', 'A02', 'A03', 'A04', 'A05', 'A06', 'A07', 'A08', 'A09', 'A10'];

export const anyUnit = (chance: Chance): string => chance.pick(UNITS);

/** A day of the year up to mid-December. */
export const anyDay = (chance: Chance): string => addDays('2026-02-20', chance.below(295));
