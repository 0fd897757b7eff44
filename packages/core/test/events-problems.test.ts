import { describe, expect, test } from 'vitest';
import type { RubricModel } from '../src/model/rubric.js';
import { extendLedger, parseEvents } from '../src/parse/events.js';
import { CLASS, computed, event, eventType, field, rubric } from './events-model.js';

/** What people read of a refusal, in both languages. */
function said(input: string | readonly unknown[], model: RubricModel = CLASS): string {
  const result = parseEvents(model, input, { file: 'events.jsonl' });
  if (result.ok) return 'accepted';
  return result.problems
    .map(({ code, pointer, message, fix, line, column }) => {
      const at = line === undefined ? pointer : `${pointer} ${line}:${column}`;
      return `${code} ${at}\n  ${message.en} ${fix?.en}\n  ${message.zh}${fix?.zh}`;
    })
    .join('\n');
}

describe('A refusal says what is wrong, where, and what would be right', () => {
  test('of the envelope', () => {
    const changes = {
      specversion: '0.3',
      id: '',
      source: undefined,
      time: '2026-03-02T08:00:00',
      recordedtime: '2026-02-30T08:00:00Z',
      subject: 7,
      sequence: 7,
      datacontenttype: 'text/csv',
      data: [],
      Sourse: 'x',
      trace: null,
    };
    expect(said([event('e', changes), 'x'])).toMatchInlineSnapshot(`
      "event-specversion /0/specversion
        Event 1: specversion is "0.3"; a ledger takes version 1.0 of CloudEvents. Write "specversion": "1.0".
        第 1 个事件：specversion 为 "0.3"，台账只接受 CloudEvents 1.0。请写 "specversion": "1.0"。
      event-field /0/id
        Event 1: id is ""; it must be a text that is not empty. Give the event an id that is unique within its source.
        第 1 个事件：id 为 ""，必须是非空文本。请给出在其来源内唯一的 id。
      event-field /0/source
        Event 1: source is missing; every event has one. Name who reports, such as "/school/class-7".
        第 1 个事件：缺少 source，每个事件都必须有。请写明上报者，例如 "/school/class-7"。
      event-instant /0/time
        Event 1: time is "2026-03-02T08:00:00", which has no offset from UTC. Write it like 2026-12-31T23:59:59+08:00.
        第 1 个事件：time 为 "2026-03-02T08:00:00"，缺少时区偏移。请写成 2026-12-31T23:59:59+08:00 的形式。
      event-field /0/subject
        Event 1: subject is 7; it must be a text that is not empty. Write subject as a text in double quotes, or leave it out.
        第 1 个事件：subject 为 7，必须是非空文本。请将 subject 写成双引号中的文本，或不写该项。
      event-field /0/sequence
        Event 1: sequence is 7; it must be a text that is not empty. Write sequence as a text in double quotes, or leave it out.
        第 1 个事件：sequence 为 7，必须是非空文本。请将 sequence 写成双引号中的文本，或不写该项。
      event-instant /0/recordedtime
        Event 1: recordedtime is "2026-02-30T08:00:00Z", which no calendar or clock shows. Write it like 2026-12-31T23:59:59+08:00.
        第 1 个事件：recordedtime 为 "2026-02-30T08:00:00Z"，在日历或钟表上不存在。请写成 2026-12-31T23:59:59+08:00 的形式。
      event-content-type /0/datacontenttype
        Event 1: datacontenttype is "text/csv", but the data of a ledger is JSON. Write "application/json", or leave it out.
        第 1 个事件：datacontenttype 为 "text/csv"，而台账的数据是 JSON。请写 "application/json"，或不写该项。
      event-data /0/data
        Event 1: data is [], not a JSON object. Put a single value under the name of its field.
        第 1 个事件：data 为 []，不是 JSON 对象。单个值请放在其字段名之下。
      event-extension /0/trace
        Event 1: the attribute trace is null; attributes are texts, numbers or flags. Put structured values into data; leave out what is unknown.
        第 1 个事件：属性 trace 为 null，属性只能是文本、数字或真假值。结构化的值请放入 data；未知的项请不写。
      event-attribute /0/Sourse
        Event 1: Sourse is no name for an attribute: these have only lower-case letters a–z and digits. Did you mean source? Put it into data if it is part of what happened.
        第 1 个事件：Sourse 不能作为属性名：属性名只含小写字母 a–z 和数字。是否应为 source？若属于事情本身，请放入 data。
      event-not-object /1
        Event 2 is "x", not a JSON object. Write a CloudEvents 1.0 object with specversion, id, source, type, time and data.
        第 2 个事件是 "x"，不是 JSON 对象。请写成 CloudEvents 1.0 对象，含 specversion、id、source、type、time 和 data。"
    `);
  });

  test('of the type and the fields', () => {
    const data = {
      severity: 'greave',
      due: '2026-02-30',
      seen: 'yesterday',
      excused: 'yes',
      tags: ['a', 1],
      marks: 'a',
      lesson: 'two',
      place: { rooms: [1] },
      note: null,
      nota: 'x',
      term: 2026,
    };
    expect(said([event('e1', { data }), event('e2', { type: 'homework.mised' })])).toMatchInlineSnapshot(`
      "field-choice /0/data/severity
        Event 1 "e1": severity is "greave", which is none of "minor", "grave". Did you mean "grave"? Write one of these.
        第 1 个事件 "e1"：severity 为 "greave"，不在 "minor", "grave" 之中。是否应为 "grave"？请改为其中之一。
      field-missing /0/data/pages
        Event 1 "e1": the field pages is missing. Give a number, or a decimal text such as "12.5".
        第 1 个事件 "e1"：缺少字段 pages。请给出数字，或 "12.5" 这样的小数文本。
      field-kind /0/data/note
        Event 1 "e1": note is null, which is no text. Leave the field out where it has no value.
        第 1 个事件 "e1"：note 为 null，不是文本。没有值时请不写该字段。
      field-kind /0/data/due
        Event 1 "e1": due is "2026-02-30", which is no date of the calendar. Write a date like "2026-12-31".
        第 1 个事件 "e1"：due 为 "2026-02-30"，不是日历上的日期。请改为 "2026-12-31" 这样的日期。
      field-kind /0/data/seen
        Event 1 "e1": seen is "yesterday", which is no instant with an offset. Write an instant like "2026-12-31T23:59:59+08:00".
        第 1 个事件 "e1"：seen 为 "yesterday"，不是带时区偏移的时刻。请改为 "2026-12-31T23:59:59+08:00" 这样的时刻。
      field-kind /0/data/excused
        Event 1 "e1": excused is "yes", which is neither true nor false. Write true or false.
        第 1 个事件 "e1"：excused 为 "yes"，不是真假值。请改为 true 或 false。
      field-kind /0/data/tags/1
        Event 1 "e1": tags[1] is 1, which is no text. Write a text in double quotes.
        第 1 个事件 "e1"：tags[1] 为 1，不是文本。请改为双引号中的文本。
      field-kind /0/data/marks
        Event 1 "e1": marks is "a", which is no list. Write a list of numbers, such as [1, "2.5"].
        第 1 个事件 "e1"：marks 为 "a"，不是列表。请改为数字列表，例如 [1, "2.5"]。
      field-kind /0/data/lesson
        Event 1 "e1": lesson is "two", which is no number. Write a number, or a decimal text such as "12.5".
        第 1 个事件 "e1"：lesson 为 "two"，不是数字。请改为数字，或 "12.5" 这样的小数文本。
      field-kind /0/data/place/rooms/0
        Event 1 "e1": room is 1, which is no text. Write a text in double quotes.
        第 1 个事件 "e1"：room 为 1，不是文本。请改为双引号中的文本。
      field-unknown /0/data/nota
        Event 1 "e1": events of this type have no field nota. Did you mean note? Declare the field in the vocabulary, or leave it out.
        第 1 个事件 "e1"：这类事件没有字段 nota。是否应为 note？请在 vocabulary 中声明该字段，或不写该字段。
      computed-field-given /0/data/term
        Event 1 "e1": term is given, but the rubric computes it: year(date(time)). Leave it out.
        第 1 个事件 "e1"：给出了 term，而该字段由方案计算：year(date(time))。请不写该字段。
      event-type-unknown /1/type
        Event 2 "e2": no edition of the rubric class-conduct knows the type homework.mised. Did you mean homework.missed? Declare the type under vocabulary.events, or leave the event out.
        第 2 个事件 "e2"：方案 class-conduct 的任何版本都没有事件类型 homework.mised。是否应为 homework.missed？请在 vocabulary.events 中声明该类型，或去掉该事件。"
    `);
  });

  test('of values that JSON does not have', () => {
    const data = { severity: 'minor', pages: 1.2345678901234567, note: '\ud800', tags: [undefined, () => 1] };
    const hostile = Object.defineProperty({ ...data }, '__proto__', { value: 1, enumerable: true });
    expect(said([event('e1', { data: hostile }), event('e2', { data: new Date(0) })])).toMatchInlineSnapshot(`
      "json.number-digits /0/data/pages
        The number 1.2345678901234567 has 17 significant digits; beyond 15 a program may change it. Write it as a string: "1.2345678901234567".
        数字 1.2345678901234567 有 17 位有效数字，超过 15 位可能被程序改动。请写成字符串："1.2345678901234567"。
      json.lone-surrogate /0/data/note
        The string holds \\ud800, half of a character. Write the whole character; the text was probably cut in its middle.
        字符串含有 \\ud800，它只是半个字符。请写完整的字符，文本可能在字符中间被截断。
      event-value /0/data/tags/0
        Event 1 "e1": tags/0 is undefined, which JSON cannot hold. Give texts, numbers, flags, lists and plain objects only.
        第 1 个事件 "e1"：tags/0 为 undefined，JSON 无法表示。请只用文本、数字、真假值、列表和普通对象。
      event-value /0/data/tags/1
        Event 1 "e1": tags/1 is function, which JSON cannot hold. Give texts, numbers, flags, lists and plain objects only.
        第 1 个事件 "e1"：tags/1 为 function，JSON 无法表示。请只用文本、数字、真假值、列表和普通对象。
      json.forbidden-key /0/data/__proto__
        The key "__proto__" is refused, because JavaScript gives it a meaning of its own. Choose another key.
        不接受键 "__proto__"，因为它在 JavaScript 中另有含义。请换用别的键。
      event-data /1/data
        Event 2 "e2": data is [object Date], not a JSON object. Put a single value under the name of its field.
        第 2 个事件 "e2"：data 为 [object Date]，不是 JSON 对象。单个值请放在其字段名之下。"
    `);
  });

  test('of events among each other', () => {
    const registering = rubric([
      eventType('homework.missed', [field('severity', 'text'), field('pages', 'number')]),
      eventType('pupil.joined', [], { registers: true }),
    ]);
    const voids = (id: string, data: object) => event(id, { type: 'meritlog.event.voided', subject: 'li', data });
    const events = [
      event('j1', { type: 'pupil.joined', subject: 'liming', data: {} }),
      event('j2', { type: 'pupil.joined', subject: 'li', data: {} }),
      event('e1'),
      event('e1', { data: { severity: 'minor', pages: 4 } }),
      event('e2', { subject: 'limign' }),
      event('e3', { source: '/school/8a' }),
      voids('v1', { id: 'e9', reason: 'typo' }),
      voids('v2', { id: 'e3', reason: 'typo' }),
      voids('v3', { id: 'rule@e9', reason: 'unjust' }),
      voids('v4', { id: '/school/8a#e3', reason: 'typo' }),
      voids('v5', { id: 'e1' }),
    ];
    expect(said(events, registering)).toMatchInlineSnapshot(`
      "id-conflict /3/id
        Event 4 "e1": event 3 has the same id and source ("/school/7b") with other content. Give it an id of its own; to correct the other one, void it and report anew.
        第 4 个事件 "e1"：第 3 个事件的 id 和来源（"/school/7b"）相同而内容不同。请给它另一个 id；若要更正前者，请先冲正再重新上报。
      subject-unregistered /4/subject
        Event 5 "e2": the subject "limign" is registered nowhere. Did you mean "liming"? Add the event that registers it.
        第 5 个事件 "e2"：对象 "limign" 没有登记。是否应为 "liming"？请补上登记该对象的事件。
      void-unknown-event /6/data/id
        Event 7 "v1": it voids "e9", but there is no such event from "/school/7b". Write the id of an event in the ledger.
        第 7 个事件 "v1"：它冲正 "e9"，但来源 "/school/7b" 中没有这个事件。请写台账中某个事件的 id。
      void-unknown-event /7/data/id
        Event 8 "v2": it voids "e3", but there is no such event from "/school/7b". An event of this id comes from "/school/8a"; add "source": "/school/8a" to the data.
        第 8 个事件 "v2"：它冲正 "e3"，但来源 "/school/7b" 中没有这个事件。来源 "/school/8a" 中有此 id 的事件；请在 data 中加上 "source": "/school/8a"。
      field-missing /10/data/reason
        Event 11 "v5": the field reason is missing. Give a text in double quotes.
        第 11 个事件 "v5"：缺少字段 reason。请给出双引号中的文本。"
    `);
  });

  test('with the line and the column in files of lines and in arrays', () => {
    const good = JSON.stringify(event('e1'));
    const bad = JSON.stringify(event('e2', { data: { severity: 'greave', pages: 'x' } }));
    expect(said(`${good}\n\n${bad}\n`)).toMatchInlineSnapshot(`
      "field-choice /1/data/severity 3:148
        Event 2 "e2": severity is "greave", which is none of "minor", "grave". Did you mean "grave"? Write one of these.
        第 2 个事件 "e2"：severity 为 "greave"，不在 "minor", "grave" 之中。是否应为 "grave"？请改为其中之一。
      field-kind /1/data/pages 3:165
        Event 2 "e2": pages is "x", which is no number. Write a number, or a decimal text such as "12.5".
        第 2 个事件 "e2"：pages 为 "x"，不是数字。请改为数字，或 "12.5" 这样的小数文本。"
    `);
    expect(said(`[\n${good},\n  ${bad}\n]`)).toMatchInlineSnapshot(`
      "field-choice /1/data/severity 3:150
        Event 2 "e2": severity is "greave", which is none of "minor", "grave". Did you mean "grave"? Write one of these.
        第 2 个事件 "e2"：severity 为 "greave"，不在 "minor", "grave" 之中。是否应为 "grave"？请改为其中之一。
      field-kind /1/data/pages 3:167
        Event 2 "e2": pages is "x", which is no number. Write a number, or a decimal text such as "12.5".
        第 2 个事件 "e2"：pages 为 "x"，不是数字。请改为数字，或 "12.5" 这样的小数文本。"
    `);
    expect(said('{"specversion": 1.0,}\n')).toMatchInlineSnapshot(`
      "json.trailing-comma /0 1:20
        A comma stands before the closing }. Remove the comma.
        闭合的 } 前多了一个逗号。请删去这个逗号。"
    `);
  });

  test('and stops after a thousand, with the number of events left', () => {
    const result = parseEvents(
      CLASS,
      Array.from({ length: 1500 }, (_, at) => event(`e${at}`, { type: 'x' })),
    );
    if (result.ok) throw new Error('accepted');
    expect(result.problems).toHaveLength(1001);
    expect(result.problems.at(-1)).toMatchObject({ code: 'too-many-problems', facts: { count: 500 } });
    expect(result.problems.at(-1)?.message).toMatchInlineSnapshot(`
      {
        "en": "The list ends after 1000 problems; 500 more events have some that are not listed.",
        "zh": "问题只列出前 1000 个，另有 500 个事件的问题未列出。",
      }
    `);
  });

  test('where the text is too long', () => {
    const result = parseEvents(CLASS, JSON.stringify(event('e1')), { size: 100 });
    expect(result).toMatchObject({ problems: [{ code: 'json.too-large' }] });
  });

  test('where there are more than a million events', () => {
    expect(said(new Array(1_000_001).fill(0))).toMatchInlineSnapshot(`
      "too-many-events 
        These are 1000001 events; 1000000 is the limit. Split them into ledgers of a period each.
        共有 1000001 个事件，上限为 1000000 个。请按期间拆成多个台账。"
    `);
  });
});

describe('A second arrival', () => {
  test('with other content than the ledger has is a conflict, and the ledger stays as it was', () => {
    const first = parseEvents(CLASS, [event('e1')]);
    if (!first.ok) throw new Error('refused');
    const result = extendLedger(CLASS, first.value, [event('e0'), event('e1', { subject: 'wang' })]);
    expect(result).toMatchObject({ problems: [{ code: 'id-conflict', pointer: '/1/id' }] });
    expect(first.value.events).toHaveLength(1);
  });

  test('may void what the ledger has, and name a subject that it registers', () => {
    const model = rubric([
      eventType('homework.missed', [], { fields: new Map() }),
      eventType('pupil.joined', [], { registers: true }),
    ]);
    const first = parseEvents(model, [event('j1', { type: 'pupil.joined', data: {} })]);
    if (!first.ok) throw new Error('refused');
    const ruling = event('v1', { type: 'meritlog.event.voided', data: { id: 'j1', reason: 'twice' } });
    expect(extendLedger(model, first.value, [event('e1', { data: {} }), ruling]).ok).toBe(true);
    expect(extendLedger(model, first.value, [event('e1', { data: {}, subject: 'lii' })])).toMatchObject({
      problems: [{ code: 'subject-unregistered', facts: { nearest: '"li"' } }],
    });
  });

  test('that repeats a computed field is told the formula', () => {
    const model = rubric([eventType('homework.missed', [computed('term', 'year(date(time))')])]);
    expect(said([event('e1', { data: { term: 2026 } })], model)).toMatchInlineSnapshot(`
      "computed-field-given /0/data/term
        Event 1 "e1": term is given, but the rubric computes it: year(date(time)). Leave it out.
        第 1 个事件 "e1"：给出了 term，而该字段由方案计算：year(date(time))。请不写该字段。"
    `);
  });
});
