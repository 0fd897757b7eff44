import { ruleHits } from './hits.js';
import type { Differing, Sight } from './model/analysis.js';
import type { Row, Shown, SubjectFile } from './model/outcome.js';
import type { Outcome } from './outcome.js';

type Differs = Extract<Sight, { kind: 'differs' }>;

/** Something that is otherwise in the other outcome: the first that fits what is looked for. */
export function differingIn(sight: Differs, outcome: Outcome, other: Outcome): Sight | undefined {
  for (const of of sight.of === '' ? ALL : [sight.of]) {
    const found = FINDERS[of](sight, outcome, other);
    if (found !== undefined) return { ...sight, of, ...found };
  }
  return undefined;
}

/** Whether a value or a part of a row is unknown, so that it can be missed. */
export function lacksSomething({ subjects, standings }: Outcome): boolean {
  const files = Object.values(subjects);
  return (
    files.some((file) => Object.keys(file.indicators).some((name) => readings(file, name).includes(null))) ||
    standings.some(({ rows }) => rows.some((row) => PARTS.some((part) => row[part] === null)))
  );
}

type Found = Pick<Differs, 'name' | 'subject' | 'one' | 'other'>;
type Kind = Exclude<Differing, ''>;

const ALL: readonly Kind[] = ['value', 'row', 'cards'];

const FINDERS: Readonly<Record<Kind, (sight: Differs, one: Outcome, other: Outcome) => Found | undefined>> = {
  value: valueDiffering,
  row: rowDiffering,
  cards: cardsDiffering,
  hit: hitDiffering,
};

function valueDiffering(
  { name, subject: whose, isLost }: Differs,
  outcome: Outcome,
  other: Outcome,
): Found | undefined {
  for (const [subject, file] of Object.entries(outcome.subjects)) {
    if (whose !== '' && whose !== subject) continue;
    for (const indicator of name === '' ? Object.keys(file.indicators) : [name]) {
      const [a, b] = [readings(file, indicator), readings(other.subjects[subject], indicator)];
      for (let index = 0; index < Math.min(a.length, b.length); index += 1) {
        const [one = null, there = null] = [a[index], b[index]];
        if (one !== there && (!isLost || one === null))
          return { name: indicator, subject, one: text(one), other: text(there) };
      }
    }
  }
  return undefined;
}

/** The value shown, then those of all keys. */
function readings(file: SubjectFile | undefined, indicator: string): readonly Shown[] {
  const reading = file?.indicators[indicator];
  return reading === undefined ? [] : [reading.value, ...(reading.members ?? []).map(({ value }) => value)];
}

function text(value: Shown): string | null {
  return value === null ? null : String(value);
}

const PARTS: readonly (keyof Row)[] = ['total', 'band', 'rank'];

function rowDiffering({ name, isLost }: Differs, outcome: Outcome, other: Outcome): Found | undefined {
  for (const { id, rows } of outcome.standings) {
    if (name !== '' && id !== name) continue;
    const there = other.standings.filter((table) => table.id === id).flatMap((table) => table.rows);
    for (const row of rows) {
      const twin = there.find(({ subject }) => subject === row.subject);
      const part = PARTS.find(
        (each) => twin !== undefined && row[each] !== twin[each] && (!isLost || row[each] === null),
      );
      if (twin === undefined || part === undefined) continue;
      return { name: id, subject: row.subject, one: `${part} ${row[part]}`, other: `${part} ${twin[part]}` };
    }
  }
  return undefined;
}

/** Which colours are in which states, whenever they were shown. */
function cardsDiffering({ isLost }: Differs, outcome: Outcome, other: Outcome): Found | undefined {
  if (isLost) return undefined;
  for (const [subject, file] of Object.entries(outcome.subjects)) {
    const [one, there] = [file, other.subjects[subject]].map((each) =>
      (each?.cards ?? []).map(({ colour, state }) => `${colour} ${state}`).sort(),
    );
    if (one?.join() !== there?.join())
      return { name: '', subject, one: one?.join(', ') ?? '', other: there?.join(', ') ?? '' };
  }
  return undefined;
}

/** Triggers stand in the same places on both sides. */
function hitDiffering({ name }: Differs, outcome: Outcome, other: Outcome): Found | undefined {
  const [here, there] = [ruleHits(outcome), ruleHits(other)];
  for (const { rule, trigger, member, holds } of here) {
    if (name !== '' && rule !== name) continue;
    const twin = there.find((hit) => hit.rule === rule && hit.trigger === trigger && hit.member === member);
    if (twin === undefined || twin.holds === holds) continue;
    return { name: rule, subject: trigger, one: String(holds), other: String(twin.holds) };
  }
  return undefined;
}
