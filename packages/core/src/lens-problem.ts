import type { Bilingual, Problem } from './model/problem.js';

type LensProblemCode = 'lens-time' | 'lens-edition' | 'lens-semantics' | 'lens-void';
type Facts = Readonly<Record<string, string>>;

const SENTENCES: Record<LensProblemCode, (facts: Facts) => Bilingual> = {
  'lens-time': ({ text }) => ({
    en: `"${text}" is neither a date (2026-12-31) nor an instant with an offset (2026-12-31T18:00:00+08:00).`,
    zh: `「${text}」既不是日期（2026-12-31），也不是带时区偏移的时刻（2026-12-31T18:00:00+08:00）。`,
  }),
  'lens-edition': ({ edition, known }) => ({
    en: `The rubric has no edition "${edition}"; it has ${known}.`,
    zh: `规则没有「${edition}」这一版本；现有版本：${known}。`,
  }),
  'lens-semantics': ({ semantics, known }) => ({
    en: `Semantics ${semantics} is not known to this version of the package, which knows ${known}.`,
    zh: `此版本的软件包没有编号 ${semantics} 的语义，只有 ${known}。`,
  }),
  'lens-void': ({ name }) => ({
    en: `No event is called "${name}", so nothing can be taken as never recorded by that name.`,
    zh: `没有编号为「${name}」的事件，因此无法假设其未曾入账。`,
  }),
};

const FIXES: Record<LensProblemCode, (facts: Facts) => Bilingual> = {
  'lens-time': () => ({ en: 'Write the day, or the instant with its offset.', zh: '请写日期，或带时区偏移的时刻。' }),
  'lens-edition': ({ known }) => ({ en: `Choose one of ${known}.`, zh: `请从 ${known} 中选择。` }),
  'lens-semantics': () => ({
    en: 'Leave it out, choose one of these, or take the version of the package that computed the outcome.',
    zh: '请不写，或选用其中之一，或改用当初得出该结果的软件包版本。',
  }),
  'lens-void': ({ near }) =>
    near === ''
      ? { en: 'Write the id of an event of the ledger.', zh: '请写台账中某个事件的编号。' }
      : { en: `Did you mean "${near}"?`, zh: `是否应为「${near}」？` },
};

/** A part of a lens that cannot be read. */
export function lensProblem(code: LensProblemCode, pointer: string, facts: Facts): Problem {
  return { code, severity: 'error', pointer, message: SENTENCES[code](facts), fix: FIXES[code](facts), facts };
}
