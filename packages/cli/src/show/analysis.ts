import {
  type Analysis,
  type AnalysisFinding,
  analyse,
  type CloudEvent,
  type Lens,
  type Problem,
  type Rubric,
} from '@meritlog/core';
import type { Shell } from '../shell.js';
import type { PlaceOf } from './place-of.js';

/** What was found in the rubric of a file, and the same as problems at their places. */
export interface Analysed {
  readonly file: string;
  readonly analysis: Analysis;
  readonly problems: readonly Problem[];
}

export function analysed(file: string, placeOf: PlaceOf, rubric: Rubric): Analysed {
  const analysis = analyse(rubric);
  const problems = analysis.findings.map(({ code, level, pointer, message, fix, facts }): Problem => {
    const severity = level === 'refusal' ? 'error' : 'warning';
    return { code, severity, pointer, message, fix, facts, file, ...placeOf(pointer) };
  });
  return { file, analysis, problems };
}

/** Each finding with the ledger that shows it. */
export function analysisText({ analysis, problems }: Analysed, shell: Shell): readonly string[] {
  return problems.map((problem, index) => {
    const finding = analysis.findings[index];
    return shell.problems([problem], 'stdout') + (finding === undefined ? '' : witnessText(finding, shell));
  });
}

const MOST_EVENTS = 12;

function witnessText({ witness, shows }: AnalysisFinding, shell: Shell): string {
  const { events, lens, against } = witness;
  const more = events.length - MOST_EVENTS;
  const lines = [
    shell.in({ en: `It shows in this ledger: ${shows.en}`, zh: `以下台账可以显示：${shows.zh}` }),
    ...lensLines(lens),
    ...events.slice(0, MOST_EVENTS).map((event) => `  ${eventText(event)}`),
    ...(more > 0
      ? [shell.in({ en: `  … and ${more} more, see --format json`, zh: `  …… 另有 ${more} 个，见 --format json` })]
      : []),
    ...(against === undefined ? [] : [shell.in({ en: 'The other:', zh: '另一边：' }), ...lensLines(against.lens)]),
    ...(against?.events ?? [])
      .filter((event, index) => !isSame(event, events[index]))
      .map((event) => `  ${eventText(event)}`),
  ];
  return lines.map((line) => `  ${line}\n`).join('');
}

function lensLines(lens: Lens): readonly string[] {
  const parts = Object.entries(lens).map(
    ([name, value]) => `${name} ${typeof value === 'string' ? value : JSON.stringify(value)}`,
  );
  return parts.length === 0 ? [] : [`  ${parts.join(', ')}`];
}

function isSame(a: CloudEvent, b: CloudEvent | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function eventText({ id, time, type, subject, data }: CloudEvent): string {
  return [time, id, type, subject ?? '', JSON.stringify(data ?? {})].join(' ');
}
