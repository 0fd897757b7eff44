import type { Problem } from '@meritlog/core';
import type { Lang } from '../language.js';

/** Problems of which only the event differs, told once: the first, and the others after it. */
export type Alike = readonly [Problem, ...Problem[]];

/** One fault of a thousand events is one fault for people. What is wrong with a rubric stands alone, at its own spot. */
export function alike(problems: readonly Problem[]): readonly Alike[] {
  const groups = new Map<string, [Problem, ...Problem[]]>();
  for (const [index, problem] of problems.entries()) {
    const { place, id, ...facts } = problem.facts;
    const isOfEvent = place !== undefined || problem.code.startsWith('json.');
    const key = JSON.stringify(isOfEvent ? [problem.code, problem.file, facts] : index);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [problem]);
    else group.push(problem);
  }
  return [...groups.values()];
}

/** `and 45 more like it: lines 2–46`; nothing of a problem that stands alone. */
export function othersText([first, ...others]: Alike, lang: Lang): string | undefined {
  if (others.length === 0) return undefined;
  const ofLine = [first, ...others].map(({ line }) => line);
  const isByLine = new Set(ofLine).size === ofLine.length && !ofLine.includes(undefined);
  const numbers = others.map(({ line, facts: { place } }) => Number((isByLine ? line : place) ?? 0));
  const runs = runsOf(numbers.filter((number) => number > 0));
  const more = runs.length > MOST_RUNS ? ' …' : '';
  const where = runs.slice(0, MOST_RUNS).join(', ') + more;
  const { many, lines, events } = WORDS[lang];
  return many(others.length, where === '' ? '' : (isByLine ? lines : events)(where, numbers.length === 1));
}

const MOST_RUNS = 12;

/** Numbers in a row as `2–46`. */
function runsOf(numbers: readonly number[]): readonly string[] {
  const runs: [number, number][] = [];
  for (const number of [...new Set(numbers)].sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last !== undefined && last[1] === number - 1) last[1] = number;
    else runs.push([number, number]);
  }
  return runs.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`));
}

const WORDS = {
  en: {
    many: (count: number, where: string) => `and ${count} more like it${where}`,
    lines: (where: string, isOne: boolean) => `: line${isOne ? '' : 's'} ${where}`,
    events: (where: string, isOne: boolean) => `: event${isOne ? '' : 's'} ${where}`,
  },
  zh: {
    many: (count: number, where: string) => `另有 ${count} 处相同${where}`,
    lines: (where: string) => `：第 ${where} 行`,
    events: (where: string) => `：第 ${where} 个事件`,
  },
} as const;
