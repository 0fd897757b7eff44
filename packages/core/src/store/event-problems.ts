import { type InstantFault, parseInstant } from '../model/calendar.js';
import type { CloudEvent } from '../model/event.js';
import { type Bilingual, child, type Problem } from '../model/problem.js';
import { contentOf } from './content.js';

/** What keeps `event` out of any ledger, `kept` being the recorded time that is to be kept. */
export function eventProblems(event: CloudEvent, pointer: string, kept: string | undefined): readonly Problem[] {
  const { specversion, id, source, type, subject, data } = event;
  const missing = Object.entries({ id, source, type, ...(subject === undefined ? {} : { subject }) })
    .filter(([, value]) => typeof value !== 'string' || value === '')
    .map(([name]) => emptyField(name, `${pointer}/${name}`));
  const unspeakable = Object.entries(contentOf(event))
    .filter(([, value]) => typeof value === 'string' && isUnspeakable(value))
    .map(([name]) => unspeakableField(name, child(pointer, name)));
  return [
    ...(specversion === '1.0' ? [] : [otherVersion(`${pointer}/specversion`)]),
    ...missing,
    ...unspeakable,
    ...instantProblems('time', event.time, pointer),
    ...(kept === undefined ? [] : instantProblems('recordedtime', kept, pointer)),
    ...(data === undefined || isObject(data) ? [] : [noObject(`${pointer}/data`)]),
  ];
}

/** Whether a text holds what CloudEvents forbids in attributes, and databases lose: control characters and the like. */
export function isUnspeakable(text: string): boolean {
  return UNSPEAKABLE.test(text);
}

/** https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/spec.md#type-system */
const UNSPEAKABLE = /[\p{Cc}\p{Surrogate}\p{Noncharacter_Code_Point}]/u;

/** The milliseconds of a text that `eventProblems` found to be an instant. */
export function instantOf(text: string): number {
  const parsed = parseInstant(text);
  if ('instant' in parsed) return parsed.instant;
  throw new TypeError(`${text} is no instant: ${parsed.reason}`);
}

export function problem(
  code: string,
  pointer: string,
  facts: Problem['facts'],
  [en, zh]: readonly [en: string, zh: string],
): Problem {
  return { code, severity: 'error', pointer, message: { en, zh }, facts };
}

function instantProblems(name: string, text: string, pointer: string): readonly Problem[] {
  const parsed = typeof text === 'string' ? parseInstant(text) : ({ reason: 'malformed' } as const);
  if ('instant' in parsed) return [];
  const { en, zh } = INSTANT_FAULTS[parsed.reason];
  return [
    problem('event-instant', `${pointer}/${name}`, { reason: parsed.reason }, [
      `${name} is ${JSON.stringify(text)}, which ${en}; write it like 2026-12-31T23:59:59+08:00.`,
      `${name} 为 ${JSON.stringify(text)}，${zh}；请写成 2026-12-31T23:59:59+08:00 的形式。`,
    ]),
  ];
}

const INSTANT_FAULTS: Readonly<Record<InstantFault, Bilingual>> = {
  'no-offset': { en: 'has no offset from UTC', zh: '缺少时区偏移' },
  malformed: { en: 'is no RFC 3339 timestamp', zh: '不是 RFC 3339 时间' },
  'too-fine': { en: 'is finer than a millisecond', zh: '精度超过毫秒' },
  'out-of-range': { en: 'no calendar or clock shows', zh: '在日历或钟表上不存在' },
};

function emptyField(name: string, pointer: string): Problem {
  return problem('event-field', pointer, { field: name }, [
    `${name} must be a text that is not empty; CloudEvents 1.0 asks for it.`,
    `${name} 必须是非空文本，这是 CloudEvents 1.0 的要求。`,
  ]);
}

function unspeakableField(name: string, pointer: string): Problem {
  return problem('event-character', pointer, { field: name }, [
    `${name} holds a control character, half a surrogate pair or a noncharacter, which CloudEvents 1.0 forbids; remove it.`,
    `${name} 含有控制字符、不成对的代理字符或非字符，CloudEvents 1.0 不允许；请删除。`,
  ]);
}

function otherVersion(pointer: string): Problem {
  return problem('event-specversion', pointer, {}, [
    'specversion must be "1.0", the only version of CloudEvents that a ledger takes.',
    'specversion 必须是 "1.0"，台账只接受这一版本的 CloudEvents。',
  ]);
}

function noObject(pointer: string): Problem {
  return problem('event-data', pointer, {}, [
    'data must be a JSON object; put a single value under a name.',
    'data 必须是 JSON 对象；单个值请放在某个名称之下。',
  ]);
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
