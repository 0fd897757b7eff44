import { describe, expect, test } from 'vitest';
import { setAt } from '../src/amend/json-set.js';
import type { Json } from '../src/model/json.js';

const document = {
  rules: [{ name: 'a', event: { type: 'give', points: 1 } }],
  tables: {},
  zone: 'x',
  'a/b': 1,
  parts: [],
};

function set(pointer: string, value: Json): unknown {
  const result = setAt(document, pointer, value);
  return result.ok
    ? result.value
    : result.problems.map(({ message, fix }) => [message.en, fix?.en, message.zh, fix?.zh]);
}

describe('Setting a value', () => {
  test('replaces, adds and appends, and shows the patch', () => {
    expect(set('/rules/0/event/points', '-5')).toMatchObject({
      document: { rules: [{ event: { type: 'give', points: '-5' } }] },
      patches: [{ op: 'replace', path: '/rules/0/event/points', value: '-5' }],
    });
    expect(set('/tables/t', { by: ['x'] })).toMatchObject({
      document: { tables: { t: { by: ['x'] } } },
      patches: [{ op: 'add', path: '/tables/t', value: { by: ['x'] } }],
    });
    expect(set('/rules/-', { name: 'b' })).toMatchObject({
      patches: [{ op: 'add', path: '/rules/1', value: { name: 'b' } }],
    });
    expect(set('/a~1b', 2)).toMatchObject({ patches: [{ path: '/a~1b' }] });
  });

  test('leaves the document as it was', () => {
    const before = JSON.stringify(document);
    set('/rules/0/event/points', 7);
    expect(JSON.stringify(document)).toBe(before);
  });

  test('says where a pointer leads nowhere', () => {
    const pointers = [
      'rules',
      '',
      '/rule/0/name',
      '/rules/1/name',
      '/rules/x',
      '/zone/a',
      '/parts/0',
      '/nothing/x',
      '/rules/0/evnt/x',
    ];
    expect(pointers.map((pointer) => set(pointer, 1))).toMatchInlineSnapshot(`
      [
        [
          [
            ""rules" is no pointer to a part of the document.",
            "Write a pointer such as /rules/3/event/params/points.",
            ""rules" 不是指向文档某处的指针。",
            "请写成 /rules/3/event/params/points 这样的指针。",
          ],
        ],
        [
          [
            """ is no pointer to a part of the document.",
            "Write a pointer such as /rules/3/event/params/points.",
            """ 不是指向文档某处的指针。",
            "请写成 /rules/3/event/params/points 这样的指针。",
          ],
        ],
        [
          [
            "There is no rule in the document.",
            "Did you mean rules?",
            "文档中没有 rule。",
            "是否应为 rules？",
          ],
        ],
        [
          [
            "There is no 1 in /rules.",
            "Its items are numbered 0; - adds one.",
            "/rules 中没有 1。",
            "各项编号为 0；用 - 追加一项。",
          ],
        ],
        [
          [
            "There is no x in /rules.",
            "Its items are numbered 0; - adds one.",
            "/rules 中没有 x。",
            "各项编号为 0；用 - 追加一项。",
          ],
        ],
        [
          [
            "There is no a in /zone.",
            "It is a single value; set it as a whole.",
            "/zone 中没有 a。",
            "它是单个值，请整体设置。",
          ],
        ],
        [
          [
            "There is no 0 in /parts.",
            "The list is empty; - puts an item into it.",
            "/parts 中没有 0。",
            "列表为空；用 - 添加一项。",
          ],
        ],
        [
          [
            "There is no nothing in the document.",
            "It has rules, tables, zone, a/b, parts.",
            "文档中没有 nothing。",
            "现有：rules, tables, zone, a/b, parts。",
          ],
        ],
        [
          [
            "There is no evnt in /rules/0.",
            "Did you mean event?",
            "/rules/0 中没有 evnt。",
            "是否应为 event？",
          ],
        ],
      ]
    `);
  });

  test('inherits no key', () => {
    expect(setAt(document, '/constructor/prototype/x', 1)).toMatchObject({ ok: false });
    expect(setAt(document, '/__proto__', {})).toMatchObject({ ok: false });
    expect(setAt(document, '/rules/length', 0)).toMatchObject({ ok: false });
  });
});
