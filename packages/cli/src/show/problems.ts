import type { Problem } from '@meritlog/core';
import type { Lang } from '../language.js';
import { type Alike, alike, othersText } from './alike.js';
import { markedLine } from './marked-line.js';
import type { Paint } from './paint.js';

export interface ProblemStyle {
  readonly lang: Lang;
  readonly sources: ReadonlyMap<string, string>;
  readonly paint: Paint;
}

/** Problems for people: where, what, the line with the fault marked, and what to do next. */
export function problemsText(
  problems: readonly Problem[],
  style: ProblemStyle,
  most: number = Number.POSITIVE_INFINITY,
): string {
  const groups = alike(problems);
  const more = groups.slice(most).flat().length;
  return (
    groups
      .slice(0, most)
      .map((group) => problemText(group, style))
      .join('\n') + moreText(more, style.lang)
  );
}

function moreText(more: number, lang: Lang): string {
  if (more === 0) return '';
  return lang === 'zh'
    ? `\n另有 ${more} 处问题；用 \`meritlog check\` 查看全部。\n`
    : `\n${more} more; \`meritlog check\` shows all.\n`;
}

function problemText(group: Alike, { lang, sources, paint }: ProblemStyle): string {
  const [found] = group;
  const formula = characterOf(found, sources);
  const problem = { ...found, ...formula };
  const colour = problem.severity === 'error' ? paint.red : paint.yellow;
  const place = placeOf(problem);
  const head = [
    place === '' ? '' : paint.bold(place),
    colour(SEVERITY[lang][problem.severity]),
    paint.dim(`[${problem.code}]`),
  ];
  const source = problem.file === undefined ? undefined : sources.get(problem.file);
  const lines = [head.filter((part) => part !== '').join(' '), `  ${problem.message[lang]}`];
  if (source !== undefined && problem.line !== undefined) {
    const marked = markedLine(source, problem.line, problem.column ?? 1, colour, formula && NAME_OR_SIGN);
    lines.push(...marked.map((line) => `  ${line}`));
  }
  const others = othersText(group, lang);
  if (others !== undefined) lines.push(`  ${others}`);
  if (problem.fix !== undefined) lines.push(`  ${paint.cyan('→')} ${problem.fix[lang]}`);
  return `${lines.join('\n')}\n`;
}

const NAME_OR_SIGN = /^(?:[\p{L}\p{N}_]+|.)/u;

/** Where in its line the character of a formula stands that a problem is about, past what JSON writes with a backslash. */
function characterOf(
  { file, line, column, facts }: Problem,
  sources: ReadonlyMap<string, string>,
): { readonly column: number } | undefined {
  const character = facts?.column;
  if (file === undefined || line === undefined || column === undefined || typeof character !== 'number')
    return undefined;
  const text = sources.get(file)?.split('\n', line)[line - 1] ?? '';
  if (text[column - 1] !== '"') return undefined;
  let at = column;
  for (let passed = 1; passed < character; passed += 1) at += text[at] !== '\\' ? 1 : text[at + 1] === 'u' ? 6 : 2;
  return at < text.length ? { column: at + 1 } : undefined;
}

const SEVERITY = {
  en: { error: 'error', warning: 'warning' },
  zh: { error: '错误', warning: '提醒' },
} as const;

/** `rubric.json:12:8`, as terminals and editors open it; the pointer where no line is known. */
function placeOf({ file, line, column, pointer }: Problem): string {
  if (file === undefined) return pointer;
  if (line === undefined) return pointer === '' ? file : `${file}#${pointer}`;
  return [file, line, column ?? 1].join(':');
}
