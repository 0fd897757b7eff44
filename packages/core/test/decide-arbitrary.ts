import fc from 'fast-check';
import type { Claims, CloudEvent, Command } from '../src/index.js';
import type { Json, JsonObject } from '../src/model/json.js';
import { Tape } from '../src/testing/tape.js';

/** A random procedure, commands to it, and events that somebody recorded without asking it. */
export interface Trial {
  readonly rubric: JsonObject;
  readonly commands: readonly Asked[];
  /** Of the recorded events, which are to be taken in another order. */
  readonly turns: readonly number[];
  readonly strangers: readonly CloudEvent[];
}

/** A command; where it has a turn, that picks its step among those that are possible then. */
export interface Asked extends Command {
  readonly turn: number | undefined;
}

const STATES = ['s0', 's1', 's2', 's3'];
const ROLES = ['clerk', 'chief', 'party'];
const ACTORS = ['ann', 'bob', 'cid', 'dan'];
const UNITS = ['u1', 'u2'];
const TYPES = ['e0', 'e1', 'e2', 'e3'];

export function arbitraryTrial(): fc.Arbitrary<Trial> {
  const tape = (length: number) => fc.array(fc.nat(255), { minLength: length, maxLength: length });
  return fc
    .record({
      frame: tape(120),
      commands: fc.array(tape(14), { minLength: 1, maxLength: 14 }),
      strangers: fc.array(tape(12), { maxLength: 6 }),
      turns: tape(24),
    })
    .map(({ frame, commands, strangers, turns }) => {
      const rubric = rubricFrom(new Tape(frame));
      const steps = stepsOf(rubric);
      let day = 0;
      const asked = commands.map((one, index): Asked => {
        const numbers = new Tape(one);
        day += numbers.pick([0, 1, 1, 2, 9]) - (numbers.once(9) ? 2 : 0);
        return commandFrom(numbers, steps, index, day);
      });
      return { rubric, commands: asked, turns, strangers: strangers.map((one, at) => strangerFrom(new Tape(one), at)) };
    });
}

export interface StepJson {
  readonly name: string;
  readonly event: string;
  readonly to?: string;
  readonly not?: readonly string[];
  readonly must?: JsonObject;
  readonly late?: string;
}

export function stepsOf({ procedures }: JsonObject): readonly StepJson[] {
  const all = JSON.parse(JSON.stringify(procedures)) as { readonly p: { readonly steps: Record<string, StepJson> } };
  return Object.entries(all.p.steps).map(([name, step]) => ({ ...step, name }));
}

/** Each state is reached from the one before it, so the procedure is whole; everything else is left to chance. */
function rubricFrom(tape: Tape): JsonObject {
  const states = STATES.slice(0, 2 + tape.next(3));
  const names = states.map((_, index) => `step${index}`);
  const further = tape.times(0, 3, (index) => `more${index}`);
  const all = [...names, ...further];
  const steps: [string, JsonObject][] = [
    ...names.map((name, index): [string, JsonObject] => [
      name,
      stepFrom(tape, index, all, index === 0 ? undefined : [states[index - 1] ?? 's0'], states[index]),
    ]),
    ...further.map((name, index): [string, JsonObject] => [
      name,
      stepFrom(tape, names.length + index, all, tape.some(states), tape.once(3) ? undefined : tape.pick(states)),
    ]),
  ];
  return {
    kind: 'rubric',
    id: 'generated',
    edition: '1',
    effective: { from: '2026-01-01' },
    zone: { name: 'Asia/Shanghai', offsets: [{ offset: '+08:00' }] },
    subject: 'unit',
    keys: { unit: {}, affair: {} },
    vocabulary: { events: Object.fromEntries(TYPES.map((type, at) => [type, { fields: fieldsOf(at) }])) },
    roles: Object.fromEntries(ROLES.map((role) => [role, {}])),
    procedures: {
      p: {
        case: 'affair',
        actor: 'who',
        ...(tape.once(2) ? { role: 'as_role' } : {}),
        states: Object.fromEntries(states.map((state) => [state, {}])),
        steps: Object.fromEntries(steps),
      },
    },
  };
}

/** The last type does not carry the key: its events name the event that opened the case. */
function fieldsOf(at: number): JsonObject {
  return {
    unit: { kind: 'key', is: 'subject' },
    ...(at === 3 ? { of: { kind: 'text' } } : { affair: at === 0 ? { kind: 'key', is: 'id' } : { kind: 'key' } }),
    who: { kind: 'text', optional: true },
    as_role: { kind: 'text', optional: true },
    step: { kind: 'number', optional: true },
    points: { kind: 'number', optional: true },
    named: { kind: 'list', optional: true },
    on: { kind: 'date', optional: true },
  };
}

function stepFrom(
  tape: Tape,
  index: number,
  all: readonly string[],
  from: readonly string[] | undefined,
  to: string | undefined,
): JsonObject {
  const event = from === undefined ? 'e0' : tape.pick(TYPES.slice(1));
  const other = tape.pick(all);
  const roles = tape.some(ROLES);
  const isTimed = tape.once(2);
  const people = [`${other}.who`, `${tape.pick(all)}.named`, `${all[0]}.unit`];
  const not = tape.some(people);
  const fields: Record<string, Json> = {
    step: index,
    ...(event === 'e3' ? { of: `${all[0]}.id` } : {}),
    ...(tape.once(4) ? { on: `date(time)` } : {}),
  };
  return {
    event,
    ...(from === undefined || from.length === 0 ? {} : { from }),
    ...(to === undefined && from !== undefined && from.length > 0 ? {} : { to: to ?? 's0' }),
    roles: roles.length === 0 ? ['clerk'] : roles,
    ...(not.length === 0 ? {} : { not }),
    ...(tape.once(9) ? { only: [`${all[0]}.unit`, 'who'].slice(tape.next(2)) } : {}),
    ...(tape.once(4) ? { needs: ['named'] } : {}),
    fields,
    ...(isTimed
      ? { by: tape.pick([`addDays(date(${other}.time), 3)`, `startOf(addDays(date(${other}.time), 2))`]) }
      : {}),
    ...(isTimed && tape.once(2) ? { late: 'allowed' } : {}),
    ...(tape.once(3) ? { must: { 'no-worse': { is: `coalesce(points, 0) <= coalesce(${other}.points, 9)` } } } : {}),
  };
}

function commandFrom(tape: Tape, steps: readonly StepJson[], index: number, day: number): Asked {
  const by: Claims = {
    actor: tape.pick(ACTORS),
    roles: tape.some(ROLES),
    memberOf: tape.once(3) ? [tape.pick(UNITS)] : [],
  };
  const step = index === 0 ? steps[0]?.name : tape.pick(steps).name;
  return {
    step: step ?? '',
    turn: index === 0 || tape.once(5) ? undefined : tape.next(12),
    by: tape.once(4) ? by : { ...by, roles: ROLES },
    at: timeOf(day, tape.next(24)),
    id: index === 0 ? 'c1' : tape.once(12) ? 'c1' : `c${index + 1}`,
    source: '/source',
    ...(index === 0 ? { subject: tape.pick(UNITS) } : {}),
    data: {
      ...(tape.once(3) ? {} : { points: tape.next(6) }),
      ...(tape.once(4) ? {} : { named: [tape.pick(ACTORS)] }),
      ...(tape.once(15) ? { who: 'ann' } : {}),
    },
  };
}

function timeOf(day: number, hour: number): string {
  return new Date(Date.UTC(2026, 2, 1 + day, hour)).toISOString();
}

/** Events of the vocabulary that nobody decided, of this case or of another, rulings, and some that are no events at all. */
function strangerFrom(tape: Tape, index: number): CloudEvent {
  const type = tape.pick([...TYPES, ...TYPES, 'meritlog.event.voided', 'other.thing']);
  const base = {
    specversion: '1.0' as const,
    id: `x${index}`,
    source: '/source',
    subject: tape.pick(UNITS),
    time: timeOf(tape.next(20), tape.next(24)),
  };
  if (type === 'meritlog.event.voided') {
    const id = tape.pick(['c1', 'c2', 'c3', 'x0', 'x1', 'x2', 'gone']);
    return { ...base, type, data: { id, reason: 'error' } };
  }
  const data = {
    ...(type === 'e1' || type === 'e2' ? { affair: tape.pick(['c1', 'c1', 'c9']) } : {}),
    ...(type === 'e3' ? { of: tape.pick(['c1', 'c2', 'x0']) } : {}),
    ...(tape.once(3) ? {} : { who: tape.pick(ACTORS) }),
    step: tape.next(6),
    points: tape.next(6),
    ...(tape.once(9) ? { nonsense: 1 } : {}),
  };
  return { ...base, type, data };
}
