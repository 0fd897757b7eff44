import { type Bilingual, nearest, type Problem } from './model/problem.js';
import type { Asked } from './replay/find.js';

type ExplainProblemCode =
  | 'explain-subject'
  | 'explain-indicator'
  | 'explain-standing'
  | 'explain-key'
  | 'explain-keys'
  | 'explain-keys-open'
  | 'explain-no-row'
  | 'explain-depth'
  | 'explain-event'
  | 'explain-event-open';

const SENTENCES: Record<ExplainProblemCode, (name: string, keys: string) => Bilingual> = {
  'explain-subject': (name) => ({
    en: `No event that counts is about "${name}": there is none, or all are void or later than what is looked at.`,
    zh: `没有计入的事件涉及「${name}」：台账中没有，或均已冲正，或晚于所看的时点。`,
  }),
  'explain-indicator': (name) => ({ en: `The rubric has no indicator "${name}".`, zh: `规则中没有指标「${name}」。` }),
  'explain-standing': (name) => ({ en: `The rubric has no standing "${name}".`, zh: `规则中没有排名「${name}」。` }),
  'explain-key': (name) => ({ en: `The rubric has no key "${name}".`, zh: `规则中没有键「${name}」。` }),
  'explain-keys': (name, keys) => ({
    en: `No event of this subject carries all keys of "${name}" with the values given. Name the others too, and the value is told all the same: ${keys}.`,
    zh: `该对象没有任何事件同时带有「${name}」的全部键和所给的值。请再写出其余的键，即可照样说明：${keys}。`,
  }),
  'explain-keys-open': (name, keys) => ({
    en: `"${name}" has several values for this subject; say which one by its keys: ${keys}.`,
    zh: `「${name}」对该对象有多个值；请写出键，指明是哪一个：${keys}。`,
  }),
  'explain-no-row': (name) => ({
    en: `The subject has no row in ${name === '' ? 'any standing' : `"${name}"`}.`,
    zh: `该对象不在${name === '' ? '任何排名' : `「${name}」`}中。`,
  }),
  'explain-depth': (name, most) => ({
    en: `How deep to go is a whole number from 0 to ${most}, and ${name} is none. What lies deeper is explained by itself: ask for the value that is not followed further.`,
    zh: `展开的层数须为 0 至 ${most} 的整数，而所写为 ${name}。更深处请单独说明：另行询问未再展开的值。`,
  }),
  'explain-event': (name) => ({
    en: `Event "${name}" was neither recorded nor issued by a rule.`,
    zh: `事件「${name}」既无记录，也不是由规则产生的。`,
  }),
  'explain-event-open': (name, refs) => ({
    en: `Several events are called "${name}"; say which one with its source: ${refs}.`,
    zh: `有多个事件名为「${name}」；请连同来源写出是哪一个：${refs}。`,
  }),
};

/** A question that fits nothing, with the nearest name. */
export function explainProblem(
  code: ExplainProblemCode,
  pointer: string,
  name: string,
  known: readonly string[],
  keys?: string,
): Problem {
  const near = nearest(name, known);
  const problem: Problem = {
    code,
    severity: 'error',
    pointer,
    message: SENTENCES[code](name, keys ?? ''),
    facts: {
      name,
      ...(keys === undefined ? {} : { keys }),
      ...(near === undefined ? {} : { nearest: near }),
    },
  };
  return near === undefined
    ? problem
    : { ...problem, fix: { en: `Did you mean "${near}"?`, zh: `是否应为「${near}」？` } };
}

const MOST_LISTED = 12;

/** A question about a value that its keys do not tell: the keys that are lacking, or those to choose from. */
export function keysProblem(indicator: string, found: Exclude<Asked, { kind: 'one' }>): Problem {
  if (found.kind === 'none') return explainProblem('explain-keys', '/keys', indicator, [], found.lacking.join(', '));
  const all = found.keys.map((keys) =>
    Object.entries(keys)
      .map(([name, value]) => `${name}=${value}`)
      .join(' '),
  );
  const more = all.length > MOST_LISTED ? ['…'] : [];
  return explainProblem(
    'explain-keys-open',
    '/keys',
    indicator,
    [],
    [...all.slice(0, MOST_LISTED), ...more].join(', '),
  );
}
