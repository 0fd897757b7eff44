import { canonical } from '../model/canonical.js';
import type { Finding } from '../model/outcome.js';
import type { Bilingual } from '../model/problem.js';
import type { Note } from './reader.js';

type Facts = Finding['facts'];

/** The engine's own findings, each told once. */
export class Findings {
  private readonly found = new Map<string, Finding>();

  readonly note: Note = (code, subject, facts) => {
    const finding = findingOf(code, subject, facts);
    this.found.set(canonical({ code, subject, facts: { ...facts } }), finding);
  };

  all(): readonly Finding[] {
    return [...this.found.values()];
  }
}

/** One of the engine's own findings, with its sentence. */
export function findingOf(code: string, subject: string | null, facts: Facts): Finding {
  return { code, subject, message: sentence(code, facts), facts };
}

/** Findings by code, subject and facts, so that the order of evaluation leaves no trace; what two tables say alike is said once. */
export function sortFindings(findings: readonly Finding[]): readonly Finding[] {
  const named = new Map<string, Finding>();
  for (const finding of findings) {
    const { code, subject, facts } = finding;
    named.set(canonical([code, subject ?? '', { ...facts }]), finding);
  }
  return [...named].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, finding]) => finding);
}

const LATE: Readonly<Record<string, readonly [en: string, zh: string]>> = {
  restate: [
    'it counts there all the same, and what was published of it no longer holds',
    '仍计入该周期，此前公布的结果须更正',
  ],
  ignore: ['it is ignored', '不予计入'],
  carry: ['it is carried to', '结转至周期'],
};

const SENTENCES: Record<string, (facts: Facts) => Bilingual> = {
  'unresolved-tie': ({ members, band, table }) => ({
    en: `${members}${table === undefined ? '' : ` of ${table}`} are tied where the places of band ${band} run out: a decision must be recorded.`,
    zh: `${table === undefined ? '' : `${table}：`}${members} 并列，而等次「${band}」的名额不足：须由有权机关作出决定并记录。`,
  }),
  'unresolved-award': ({ members, award, table }) => ({
    en: `${members}${table === undefined ? '' : ` of ${table}`} are tied where the places of award ${award} run out: a decision must be recorded.`,
    zh: `${table === undefined ? '' : `${table}：`}${members} 并列，而奖项「${award}」的名额不足：须由有权机关作出决定并记录。`,
  }),
  simultaneous: ({ first, second }) => ({
    en: `Events ${first} and ${second} happened at the same instant, and only their ids order them: give them a sequence.`,
    zh: `事件 ${first} 与 ${second} 发生在同一时刻，仅凭编号区分先后：请为其注明 sequence。`,
  }),
  'conflicting-ends': ({ event, held, refused }) => ({
    en: `Two rules end event ${event} at once, as ${held} and as ${refused}: say which overrides the other.`,
    zh: `两条规则同时终止事件 ${event}，分别记为「${held}」和「${refused}」：请写明哪一条优先。`,
  }),
  'endless-issue': ({ event }) => ({
    en: `What event ${event} sets off issues ever more events at one instant, and was cut off: let no rule issue what triggers it again, or only at a later date.`,
    zh: `事件 ${event} 在同一时刻不断引发新的事件，已被截断：请勿使规则签发会再次触发自身的事件，或使其在以后的日期签发。`,
  }),
  'end-unknown-event': ({ event, rule, trigger }) => ({
    en: `Rule ${rule} ends event ${event}, which ${trigger} names, but there was no such event by then: write its id, and before it source and # where another source reported it.`,
    zh: `规则条目「${rule}」要终止 ${trigger} 所指的事件 ${event}，但当时没有该事件：请写明其 id；若由其他来源上报，请在前面写“来源#”。`,
  }),
  'void-unknown-event': ({ event, ruling }) => ({
    en: `Ruling ${ruling} voids event ${event}, which the ledger did not know by then.`,
    zh: `裁定 ${ruling} 冲正事件 ${event}，而台账当时没有该事件。`,
  }),
  'late-event': ({ event, period, policy, to }) => {
    const [en, zh] = LATE[policy ?? ''] ?? ['', ''];
    return {
      en: `Event ${event} was recorded when period ${period} was closed: ${en}${to === undefined ? '' : ` ${to}`}.`,
      zh: `事件 ${event} 记录时周期 ${period} 已截止：${zh}${to === undefined ? '' : ` ${to}`}。`,
    };
  },
  'decision-without-consequence': ({ decision, consequence }) => ({
    en: `Decision ${decision} is about ${consequence}, which no rule states: see whether what led to it was voided or changed.`,
    zh: `决定 ${decision} 针对「${consequence}」，而没有规则得出该后果：请核对其起因是否已被冲正或变更。`,
  }),
  'too-deep': ({ indicator }) => ({
    en: `${indicator} goes back through more than 10000 readings and is unknown: bound the recursion by a condition.`,
    zh: `「${indicator}」逐层回读超过 10000 次，其值未知：请用条件限定回读范围。`,
  }),
};

function sentence(code: string, facts: Facts): Bilingual {
  const say = SENTENCES[code];
  if (say === undefined) throw new Error(`no sentence for the finding ${code}`);
  return say(facts);
}
