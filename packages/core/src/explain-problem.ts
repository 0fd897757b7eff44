import { type Bilingual, nearest, type Problem } from './model/problem.js';

type ExplainProblemCode =
  | 'explain-subject'
  | 'explain-indicator'
  | 'explain-standing'
  | 'explain-keys'
  | 'explain-no-row';

const SENTENCES: Record<ExplainProblemCode, (name: string) => Bilingual> = {
  'explain-subject': (name) => ({
    en: `No event that counts is about "${name}": there is none, or all are void or later than what is looked at.`,
    zh: `没有计入的事件涉及「${name}」：台账中没有，或均已冲正，或晚于所看的时点。`,
  }),
  'explain-indicator': (name) => ({ en: `The rubric has no indicator "${name}".`, zh: `规则中没有指标「${name}」。` }),
  'explain-standing': (name) => ({ en: `The rubric has no standing "${name}".`, zh: `规则中没有排名「${name}」。` }),
  'explain-keys': (name) => ({
    en: `"${name}" has no value for this subject and these keys; name all its keys (such as the period), with values that some event carries together.`,
    zh: `「${name}」在该对象和所给键下没有值；请写全它的键（例如年度），并取某个事件同时带有的值。`,
  }),
  'explain-no-row': (name) => ({
    en: `The subject has no row in ${name === '' ? 'any standing' : `"${name}"`}.`,
    zh: `该对象不在${name === '' ? '任何排名' : `「${name}」`}中。`,
  }),
};

/** A question that fits nothing, with the nearest name. */
export function explainProblem(
  code: ExplainProblemCode,
  pointer: string,
  name: string,
  known: readonly string[],
): Problem {
  const near = nearest(name, known);
  const problem: Problem = {
    code,
    severity: 'error',
    pointer,
    message: SENTENCES[code](name),
    facts: near === undefined ? { name } : { name, nearest: near },
  };
  return near === undefined
    ? problem
    : { ...problem, fix: { en: `Did you mean "${near}"?`, zh: `是否应为「${near}」？` } };
}
