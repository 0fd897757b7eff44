import type { Bilingual, Problem } from '../model/problem.js';

/** A fact in two languages is for the sentences alone. */
export type Facts = Readonly<Record<string, string | Bilingual>>;
type Sentences = (facts: Record<string, string>) => readonly [what: string, next: string];

export type DecideProblemCode =
  | 'step-unknown'
  | 'not-in-force'
  | 'bad-time'
  | 'id-taken'
  | 'not-after'
  | 'not-in-this-state'
  | 'other-case'
  | 'field-fixed'
  | 'wrong-role'
  | 'same-person'
  | 'recused'
  | 'not-concerned'
  | 'actor-unknown'
  | 'not-given'
  | 'too-late'
  | 'not-allowed'
  | 'not-known'
  | 'not-of-this-case'
  | 'procedure-unknown';

interface Entry {
  readonly en: Sentences;
  readonly zh: Sentences;
}

const possible: Sentences = ({ possible = '' }) => [
  '',
  possible === '' ? 'Nothing can be done in this case any more.' : `Possible now: ${possible}.`,
];
const possibleZh: Sentences = ({ possible = '' }) => [
  '',
  possible === '' ? '本案已无可办步骤。' : `现在可办：${possible}。`,
];

/** What can be wrong with a command, or with an event that was recorded in a case, and what to do next. */
export const DECIDE_SENTENCES: Readonly<Record<DecideProblemCode, Entry>> = {
  'step-unknown': {
    en: ({ procedure, step, known }) => [`"${procedure}" has no step "${step}".`, `It has: ${known}.`],
    zh: ({ procedure, step, known }) => [`「${procedure}」没有步骤「${step}」。`, `现有步骤：${known}。`],
  },
  'not-in-force': {
    en: ({ procedure, at }) => [
      `"${procedure}" was no longer in force at ${at}.`,
      'Decide by the edition of that day.',
    ],
    zh: ({ procedure, at }) => [`「${procedure}」在 ${at} 已不再施行。`, '请按当日施行的版本办理。'],
  },
  'bad-time': {
    en: ({ at }) => [`"${at}" is no instant.`, 'Write it like 2026-07-01T09:00:00+08:00.'],
    zh: ({ at }) => [`「${at}」不是时刻。`, '请写成 2026-07-01T09:00:00+08:00 的形式。'],
  },
  'id-taken': {
    en: ({ event }) => [
      `${event} is in the file already.`,
      'If this is the same command, it has been carried out; else give the event another id.',
    ],
    zh: ({ event }) => [`${event} 已在案卷中。`, '如为同一指令，则已办理；否则请换一个 id。'],
  },
  'not-after': {
    en: ({ at, last }) => [
      `At ${at} the event would stand before the last of the file, ${last}.`,
      'Give a later time or, in the same instant, a greater sequence.',
    ],
    zh: ({ at, last }) => [
      `${at} 的事件会排在案卷最后一个事件（${last}）之前。`,
      '请给更晚的时间；同一时刻则给更大的 sequence。',
    ],
  },
  'not-in-this-state': {
    en: (f) => [`"${f.stepName}" cannot be taken: the case is "${f.stateName}".`, possible(f)[1]],
    zh: (f) => [`不能办理「${f.stepName}」：案件处于「${f.stateName}」。`, possibleZh(f)[1]],
  },
  'other-case': {
    en: ({ found, expected }) => [
      `The event is about ${found}, and this is the file of ${expected}.`,
      'Take the file of that case, or leave it out: the step fills it in.',
    ],
    zh: ({ found, expected }) => [
      `该事件属于 ${found}，而本案卷是 ${expected}。`,
      '请取该案的案卷，或不填此项，由步骤填写。',
    ],
  },
  'field-fixed': {
    en: ({ field, expected }) => [`"${field}" is written by the step, as ${expected}.`, 'Leave it out.'],
    zh: ({ field, expected }) => [`「${field}」由步骤写入，值为 ${expected}。`, '请不要填写。'],
  },
  'wrong-role': {
    en: ({ stepName, actor, heldNames, roleNames }) => [
      `${actor} acts as ${heldNames}, who may not take "${stepName}".`,
      `It is for: ${roleNames}.`,
    ],
    zh: ({ stepName, actor, heldNames, roleNames }) => [
      `${actor} 的角色是「${heldNames}」，不能办理「${stepName}」。`,
      `应由以下角色办理：${roleNames}。`,
    ],
  },
  'same-person': {
    en: ({ stepName, actor, earlierName, roleNames }) => [
      `${actor} took "${earlierName}" and so may not take "${stepName}": that needs four eyes.`,
      `Let somebody else do it (${roleNames}).`,
    ],
    zh: ({ stepName, actor, earlierName, roleNames }) => [
      `${actor} 办理了「${earlierName}」，不得再办理「${stepName}」：须由两人分别办理。`,
      `请由另一人办理（${roleNames}）。`,
    ],
  },
  recused: {
    en: ({ stepName, who, ref, roleNames }) => [
      `${who} is concerned in the case (${ref}) and so may not take "${stepName}".`,
      `Let somebody do it who is not (${roleNames}).`,
    ],
    zh: ({ stepName, who, ref, roleNames }) => [
      `${who} 与本案有关（${ref}），应当回避，不得办理「${stepName}」。`,
      `请由与本案无关的人办理（${roleNames}）。`,
    ],
  },
  'not-concerned': {
    en: ({ stepName, actor, allowed, ref }) => [
      `"${stepName}" is for ${allowed} alone (${ref}), and ${actor} does not belong there.`,
      'Let them do it themselves.',
    ],
    zh: ({ stepName, actor, allowed, ref }) => [
      `「${stepName}」仅限 ${allowed} 办理（${ref}），${actor} 不属于其中。`,
      '请由其自行办理。',
    ],
  },
  'actor-unknown': {
    en: ({ stepName, ref }) => [
      `It is not said who ${ref} is, so "${stepName}" cannot be shown to be taken by another person.`,
      'Give the actor; void a recorded event that lacks it, and record it anew.',
    ],
    zh: ({ stepName, ref }) => [
      `没有写明 ${ref} 是谁，无法证明「${stepName}」由另一人办理。`,
      '请写明经办人；已记录而缺少经办人的事件，请冲正后重新记录。',
    ],
  },
  'not-given': {
    en: ({ stepName, field }) => [`"${stepName}" needs "${field}".`, 'Give it in the data; it may not be empty.'],
    zh: ({ stepName, field }) => [`办理「${stepName}」须填写「${field}」。`, '请在 data 中填写，不得为空。'],
  },
  'too-late': {
    en: (f) => [
      `"${f.stepName}" was possible until ${f.by}, and ${f.at} is later.`,
      `That right has lapsed. ${possible(f)[1]}`,
    ],
    zh: (f) => [`「${f.stepName}」的期限是 ${f.by}，而 ${f.at} 已逾期。`, `该权利已失效。${possibleZh(f)[1]}`],
  },
  'not-allowed': {
    en: ({ stepName, mustName, formula }) => [
      `"${stepName}" would break the rule "${mustName}": ${formula}.`,
      'Change what is given so that it holds.',
    ],
    zh: ({ stepName, mustName, formula }) => [
      `「${stepName}」违反规定「${mustName}」：${formula}。`,
      '请修改所填内容，使其成立。',
    ],
  },
  'not-known': {
    en: ({ stepName, mustName, formula }) => [
      `Whether "${stepName}" keeps the rule "${mustName}" is unknown: ${formula}.`,
      'Give the fields that it reads.',
    ],
    zh: ({ stepName, mustName, formula }) => [
      `无法判断「${stepName}」是否符合规定「${mustName}」：${formula}。`,
      '请填写其中用到的字段。',
    ],
  },
  'not-of-this-case': {
    en: ({ event, type }) => [
      `${event} (${type}) is no event of this case.`,
      'It changes nothing here; look into which case it belongs to.',
    ],
    zh: ({ event, type }) => [`${event}（${type}）不是本案的事件。`, '它对本案没有影响；请核对它属于哪个案件。'],
  },
  'procedure-unknown': {
    en: ({ procedure, known }) => [`The rubric has no procedure "${procedure}".`, `It has: ${known}.`],
    zh: ({ procedure, known }) => [`规则没有程序「${procedure}」。`, `现有程序：${known}。`],
  },
};

/** A problem of a command, with a pointer into it. */
export function decideProblem(code: DecideProblemCode, pointer: string, facts: Facts): Problem {
  const { en, zh } = DECIDE_SENTENCES[code];
  const [whatEn, nextEn] = en(inLanguage(facts, 'en'));
  const [whatZh, nextZh] = zh(inLanguage(facts, 'zh'));
  const plain = Object.entries(facts).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  return {
    code,
    severity: 'error',
    pointer,
    message: { en: whatEn, zh: whatZh },
    fix: { en: nextEn, zh: nextZh },
    facts: Object.fromEntries(plain),
  };
}

/** The facts as one language says them; a proxy, as whoever lists the sentences names facts that it does not have. */
function inLanguage(facts: Facts, language: keyof Bilingual): Record<string, string> {
  return new Proxy<Record<string, string>>(
    {},
    {
      get: (_, name) => {
        const fact = facts[String(name)];
        return typeof fact === 'object' ? fact[language] : fact;
      },
    },
  );
}
