import { meant, type Sentences, shown } from './words.js';

/** What can be wrong with the events of another log. `place` is the event's number from 1. */
export type LogProblemCode = 'log-type' | 'log-no-time' | 'log-time' | 'log-value';

export const LOG_SENTENCES: Sentences<LogProblemCode> = {
  'log-type': ({ place, found, known, near }) => [
    [
      `Event ${place} of the log has the type "${shown(found)}", which "types" does not name; it names: ${known}.`,
      `日志第 ${place} 个事件的类型「${shown(found)}」不在 "types" 中；现有：${known}。`,
    ],
    meant(near, [
      'Say what it is called here, or null to leave its events out.',
      '请写明其在此处的名称，或写 null 以略去这类事件。',
    ]),
  ],
  'log-no-time': ({ place, id }) => [
    [
      `Nothing says when event ${place} of the log, "${shown(id)}", happened.`,
      `日志第 ${place} 个事件「${shown(id)}」没有时间。`,
    ],
    ['Pass "time", which takes it from the data or the metadata.', '请传入 "time"，从数据或元数据中取得时间。'],
  ],
  'log-time': ({ place, id, found }) => [
    [
      `The time of event ${place} of the log, "${shown(id)}", is "${shown(found)}", which is no RFC 3339 timestamp.`,
      `日志第 ${place} 个事件「${shown(id)}」的时间为「${shown(found)}」，不是 RFC 3339 时间。`,
    ],
    [
      'Give it like 2026-12-31T23:59:59+08:00, at most to the millisecond.',
      '请写成 2026-12-31T23:59:59+08:00 的形式，最多到毫秒。',
    ],
  ],
  'log-value': ({ place, id }) => [
    [
      `The data of event ${place} of the log, "${shown(id)}", holds what JSON cannot.`,
      `日志第 ${place} 个事件「${shown(id)}」的数据中有 JSON 无法表示的内容。`,
    ],
    [
      'Pass "data", which gives texts, numbers, flags, lists and plain objects.',
      '请传入 "data"，只给出文本、数字、真假值、列表和普通对象。',
    ],
  ],
};
