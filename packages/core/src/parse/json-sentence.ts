import type { Bilingual, Problem } from '../model/problem.js';

export type JsonProblemCode =
  | 'json.too-large'
  | 'json.byte-order-mark'
  | 'json.unexpected'
  | 'json.unclosed'
  | 'json.trailing-comma'
  | 'json.comment'
  | 'json.quotes'
  | 'json.full-width'
  | 'json.word'
  | 'json.number'
  | 'json.number-digits'
  | 'json.number-range'
  | 'json.minus-zero'
  | 'json.escape'
  | 'json.control-character'
  | 'json.lone-surrogate'
  | 'json.duplicate-key'
  | 'json.forbidden-key'
  | 'json.key-not-nfc'
  | 'json.too-deep'
  | 'json.too-many';

export type Facts = Problem['facts'];

export interface Sentence {
  readonly message: Bilingual;
  readonly fix: Bilingual;
}

/** What a JSON problem says to people. */
export const JSON_SENTENCES: Readonly<Record<JsonProblemCode, (facts: Facts) => Sentence>> = {
  'json.too-large': ({ size, limit }) =>
    said(
      [`The text has ${size} characters; ${limit} is the limit.`, `文本有 ${size} 个字符，上限是 ${limit} 个。`],
      ['Split it into smaller files.', '请拆成较小的文件。'],
    ),
  'json.byte-order-mark': () =>
    said(
      [
        'The text starts with a byte-order mark, which JSON does not allow.',
        '文本以字节顺序标记（BOM）开头，JSON 不允许。',
      ],
      ['Save the file as UTF-8 without a byte-order mark.', '请将文件另存为不带 BOM 的 UTF-8。'],
    ),
  'json.unexpected': ({ expected, found }) => surprise(`${expected}`, `${found}`),
  'json.unclosed': ({ opened, close }) => {
    const { en, zh } = named(`${opened}`);
    return said(
      [`The ${en} that starts here is never closed.`, `此处开始的${zh}没有闭合。`],
      [`Add the closing ${close}.`, `请补上 ${close}。`],
    );
  },
  'json.trailing-comma': ({ close }) =>
    said(
      [`A comma stands before the closing ${close}.`, `闭合的 ${close} 前多了一个逗号。`],
      ['Remove the comma.', '请删去这个逗号。'],
    ),
  'json.comment': () =>
    said(
      ['JSON has no comments.', 'JSON 不支持注释。'],
      ['Remove the comment, or keep it in a field made for notes.', '请删去注释，或写入用于说明的字段。'],
    ),
  'json.quotes': ({ found }) =>
    said(
      [
        `Text is quoted with ${found}; JSON takes only straight double quotes.`,
        `文本用了引号 ${found}，JSON 只接受英文双引号。`,
      ],
      ['Put straight double quotes around it.', '请改用英文双引号 "。'],
    ),
  'json.full-width': ({ found, instead }) =>
    said(
      [`${found} is a full-width character, which JSON does not take.`, `${found} 是全角字符，JSON 不接受。`],
      [`Write ${named(`${instead}`).en} instead.`, `请改为半角的${named(`${instead}`).zh}。`],
    ),
  'json.word': ({ word }) =>
    said(
      [`The bare word ${word} is no JSON.`, `裸写的 ${word} 不是 JSON。`],
      [
        'Write true, false or null, or put the word in double quotes.',
        '请写 true、false 或 null，或给它加上英文双引号。',
      ],
    ),
  'json.number': ({ found }) =>
    said(
      [`${found} is not how JSON writes a number.`, `${found} 不是 JSON 的数字写法。`],
      ['Write digits with an optional point, such as 12 or -0.5.', '请写成 12 或 -0.5 这样的数字。'],
    ),
  'json.number-digits': ({ found, digits }) =>
    said(
      [
        `The number ${found} has ${digits} significant digits; beyond 15 a program may change it.`,
        `数字 ${found} 有 ${digits} 位有效数字，超过 15 位可能被程序改动。`,
      ],
      [`Write it as a string: "${found}".`, `请写成字符串："${found}"。`],
    ),
  'json.number-range': ({ found }) =>
    said(
      [
        `The number ${found} is too large or too close to zero to be kept.`,
        `数字 ${found} 过大或过于接近零，无法保存。`,
      ],
      ['Choose a smaller unit or a larger one.', '请换用合适的单位。'],
    ),
  'json.minus-zero': ({ found }) =>
    said(
      [`${found} is minus zero, which programs read in different ways.`, `${found} 是负零，各程序读法不一。`],
      ['Write 0.', '请写 0。'],
    ),
  'json.escape': ({ found }) =>
    said(
      [`${found} is no escape that JSON knows.`, `${found} 不是 JSON 的转义写法。`],
      [
        'Write \\\\ for a backslash, or \\u and four hexadecimal digits.',
        '反斜杠请写 \\\\，其他字符请写 \\u 加四位十六进制数。',
      ],
    ),
  'json.control-character': ({ found }) =>
    said(
      [`The control character ${found} stands unescaped in a string.`, `字符串中有未转义的控制字符 ${found}。`],
      [`Write it as ${found}.`, `请写成 ${found}。`],
    ),
  'json.lone-surrogate': ({ found }) =>
    said(
      [`The string holds ${found}, half of a character.`, `字符串含有 ${found}，它只是半个字符。`],
      [
        'Write the whole character; the text was probably cut in its middle.',
        '请写完整的字符，文本可能在字符中间被截断。',
      ],
    ),
  'json.duplicate-key': ({ key, firstLine }) =>
    said(
      [
        `The key "${key}" stands twice in one object, first in line ${firstLine}.`,
        `同一对象中的键 "${key}" 重复，首次在第 ${firstLine} 行。`,
      ],
      ['Remove or rename one of the two.', '请删去或改名其中一个。'],
    ),
  'json.forbidden-key': ({ key }) =>
    said(
      [
        `The key "${key}" is refused, because JavaScript gives it a meaning of its own.`,
        `不接受键 "${key}"，因为它在 JavaScript 中另有含义。`,
      ],
      ['Choose another key.', '请换用别的键。'],
    ),
  'json.key-not-nfc': ({ key }) =>
    said(
      [
        `The key "${key}" is not in Unicode form NFC, so it could look the same as another key.`,
        `键 "${key}" 不是 Unicode NFC 形式，可能与另一个键看起来相同。`,
      ],
      ['Write it with composed characters (NFC).', '请改用合成字符（NFC 形式）。'],
    ),
  'json.too-deep': ({ limit }) =>
    said(
      [`The value is nested deeper than ${limit} levels.`, `嵌套超过 ${limit} 层。`],
      ['Flatten the structure.', '请减少嵌套层数。'],
    ),
  'json.too-many': ({ limit }) =>
    said(
      [`Reading stopped after ${limit} problems.`, `发现 ${limit} 个问题后停止读取。`],
      ['Correct these first; there may be more.', '请先改正这些问题，其后可能还有。'],
    ),
};

/** What the facts name in English, for the sentences; another character names itself, in quotes. */
const NAMES: Readonly<Record<string, Bilingual>> = {
  value: { en: 'a value', zh: '一个值' },
  key: { en: 'a key in double quotes', zh: '带英文双引号的键' },
  ', or }': { en: 'a comma or "}"', zh: '逗号或「}」' },
  ', or ]': { en: 'a comma or "]"', zh: '逗号或「]」' },
  '"': { en: 'a double quote', zh: '双引号' },
  'U+0020': { en: 'an ordinary space', zh: '空格' },
  end: { en: 'the end of the text', zh: '文本结尾' },
  string: { en: 'string', zh: '字符串' },
  object: { en: 'object', zh: '对象' },
  array: { en: 'array', zh: '数组' },
};

function named(thing: string): Bilingual {
  return NAMES[thing] ?? { en: `"${thing}"`, zh: `「${thing}」` };
}

function surprise(expected: string, found: string): Sentence {
  const [wanted, got] = [named(expected), named(found)];
  const remove = expected === 'end';
  return said(
    [`Expected ${wanted.en}, but found ${got.en}.`, `此处应为${wanted.zh}，却是${got.zh}。`],
    [
      remove ? 'Remove what follows the value.' : `Write ${wanted.en} here.`,
      remove ? '请删去值后面的内容。' : `请在此处写${wanted.zh}。`,
    ],
  );
}

function said([en, zh]: readonly [string, string], [fixEn, fixZh]: readonly [string, string]): Sentence {
  return { message: { en, zh }, fix: { en: fixEn, zh: fixZh } };
}
