import type { Bilingual, Problem } from '@meritlog/core';
import { saidBySystem as system, type Words } from './system-words.js';

type Facts = Readonly<Record<string, string>>;

/** What can be wrong before any rubric is judged: with the command line, the files, the ledger. */
export type CliProblemCode =
  | 'input-missing'
  | 'input-unreadable'
  | 'input-folder'
  | 'input-not-utf8'
  | 'input-from-terminal'
  | 'input-twice'
  | 'events-document'
  | 'rubric-expected'
  | 'folder-no-rubric'
  | 'folder-no-events'
  | 'folder-two-ledgers'
  | 'ledger-unusable'
  | 'append-refused'
  | 'append-other-content'
  | 'append-repeated'
  | 'line-not-event'
  | 'check-no-rubric'
  | 'schema-unknown'
  | 'suppose-shape'
  | 'standing-unknown'
  | 'diff-nothing'
  | 'diff-too-many'
  | 'init-occupied'
  | 'output-unwritable'
  | 'command-unknown'
  | 'option-unknown'
  | 'option-value-missing'
  | 'option-missing'
  | 'option-value'
  | 'argument-missing'
  | 'arguments-too-many';

const named = (name: string | undefined): string => `"${name ?? ''}"`;

const SENTENCES: Readonly<Record<CliProblemCode, (facts: Facts) => readonly [message: Words, fix: Words]>> = {
  'input-missing': ({ file }) => [
    [`There is no file or folder ${named(file)}.`, `找不到文件或文件夹「${file}」。`],
    ['Check the path; it is read from the current folder.', '请检查路径；路径从当前文件夹算起。'],
  ],
  'input-unreadable': ({ file, why }) => [
    [`${named(file)} cannot be read: ${system(why)[0]}.`, `无法读取「${file}」：${system(why)[1]}。`],
    ['Check who may read it.', '请检查读取权限。'],
  ],
  'input-folder': ({ file }) => [
    [`${named(file)} is a folder, where a file is expected.`, `「${file}」是文件夹，这里需要一个文件。`],
    ['Name the file in it.', '请写出其中的文件。'],
  ],
  'input-not-utf8': ({ file }) => [
    [`${named(file)} is not UTF-8 text.`, `「${file}」不是 UTF-8 文本。`],
    ['Save it again with the encoding UTF-8.', '请以 UTF-8 编码重新保存。'],
  ],
  'input-from-terminal': () => [
    ['Standard input is a terminal, but a file is expected from it.', '标准输入是终端，而这里需要从中读取文件。'],
    ['Pipe a file into the command, or name the file instead of "-".', '请用管道传入文件，或写文件名以代替「-」。'],
  ],
  'input-twice': () => [
    ['Standard input can be read only once, but "-" is given twice.', '标准输入只能读取一次，却给了两个「-」。'],
    ['Name a file for one of them.', '请将其中一个改为文件名。'],
  ],
  'events-document': ({ file }) => [
    [
      `${named(file)} is one JSON document, where events are expected, one a line.`,
      `「${file}」是一个 JSON 文档，而这里需要事件，每行一个。`,
    ],
    ['Name the event file; rubrics come before events.', '请写出事件文件；规则写在事件之前。'],
  ],
  'rubric-expected': ({ file }) => [
    [`${named(file)} holds events, where a rubric is expected.`, `「${file}」是事件，而这里需要规则。`],
    ['Name the rubric file or its folder before the events.', '请在事件之前写出规则文件或其文件夹。'],
  ],
  'folder-no-rubric': ({ file }) => [
    [`The folder ${named(file)} has no rubric.json.`, `文件夹「${file}」中没有 rubric.json。`],
    [
      'Name the rubric file, or make such a folder with `meritlog init`.',
      '请写出规则文件，或用 `meritlog init` 新建文件夹。',
    ],
  ],
  'folder-no-events': ({ file }) => [
    [
      `The folder ${named(file)} has neither events.jsonl nor ledger.db.`,
      `文件夹「${file}」中既没有 events.jsonl 也没有 ledger.db。`,
    ],
    ['Name the event file or the ledger behind the rubric.', '请在规则文件之后写出事件文件或台账。'],
  ],
  'folder-two-ledgers': ({ file }) => [
    [
      `The folder ${named(file)} has both events.jsonl and ledger.db.`,
      `文件夹「${file}」中同时有 events.jsonl 和 ledger.db。`,
    ],
    ['Name the one you mean behind the rubric file.', '请在规则文件之后写出所指的那一个。'],
  ],
  'ledger-unusable': ({ file, why, whyzh, todo, todozh }) => [
    [`The ledger ${named(file)} cannot be used: ${why}.`, `无法使用台账「${file}」：${whyzh}。`],
    [`${todo}`, `${todozh}`],
  ],
  'append-refused': ({ why, whyzh }) => [
    [`${why}`, `${whyzh}`],
    ['Nothing was stored. Correct this, then append again.', '没有写入任何事件。请改正后重新追加。'],
  ],
  'append-other-content': ({ id, source, position }) => [
    [
      `The ledger has an event ${named(id)} of ${source} with other content, at position ${position}.`,
      `台账第 ${position} 位已有来源 ${source} 的事件「${id}」，但内容不同。`,
    ],
    [
      'Nothing was stored. Give a correction an id of its own, and void the first report.',
      '没有写入任何事件。更正须使用自己的 id，并冲正原先的上报。',
    ],
  ],
  'append-repeated': ({ id, source }) => [
    [
      `The event ${named(id)} of ${source} stands in the file twice, with different content.`,
      `来源 ${source} 的事件「${id}」在文件中出现两次，且内容不同。`,
    ],
    ['Nothing was stored. Give one of them an id of its own.', '没有写入任何事件。请给其中一个另取 id。'],
  ],
  'line-not-event': ({ found }) => [
    [`This line is ${found}, not a JSON object.`, `此行是 ${found}，不是 JSON 对象。`],
    [
      'Write one event a line: {"specversion":"1.0","id":…,"source":…,"type":…,"time":…}.',
      '请每行写一个事件：{"specversion":"1.0","id":…,"source":…,"type":…,"time":…}。',
    ],
  ],
  'check-no-rubric': ({ file }) => [
    [
      `No rubric is named for ${named(file)}, and no rubric.json lies beside it.`,
      `没有为「${file}」指明规则，其旁边也没有 rubric.json。`,
    ],
    [
      'Name the rubric before the events: meritlog check rubric.json events.jsonl.',
      '请在事件之前写出规则：meritlog check rubric.json events.jsonl。',
    ],
  ],
  'schema-unknown': ({ name, known, near }) => [
    [`There is no schema ${named(name)}; there are ${known}.`, `没有「${name}」的 Schema；可选：${known}。`],
    meant(near, ['Name one of these.', '请改为其中之一。']),
  ],
  'suppose-shape': ({ why, whyzh }) => [
    [
      `A supposition is an object with "add", "void" or "rubric": ${why}.`,
      `假设须为含 "add"、"void" 或 "rubric" 的对象：${whyzh}。`,
    ],
    ['Write for example {"void": ["event-id"]}.', '例如写成 {"void": ["事件编号"]}。'],
  ],
  'standing-unknown': ({ name, known, near }) => [
    [`The outcome has no standing ${named(name)}; it has ${known}.`, `结果中没有排名「${name}」；现有：${known}。`],
    near === '' ? ['Name one of these.', '请改为其中之一。'] : [`Did you mean "${near}"?`, `是否应为「${near}」？`],
  ],
  'diff-nothing': () => [
    ['There is only one thing here, and nothing to compare it with.', '这里只有一个对象，没有可比较的另一个。'],
    [
      'Give a second file or folder, --known-at for what was known then against what is known now, or one of --against, --against-as-of, --against-known-at, --against-suppose.',
      '请再给一个文件或文件夹，或用 --known-at 比较当时已知的与现在已知的，或用 --against、--against-as-of、--against-known-at、--against-suppose 之一。',
    ],
  ],
  'diff-too-many': ({ what, whatzh }) => [
    [`There are more than two ${what}.`, `${whatzh}多于两个。`],
    ['Compare two at a time.', '请每次比较两个。'],
  ],
  'init-occupied': ({ file }) => [
    [`${named(file)} exists already and is left as it is.`, `「${file}」已存在，保持原样。`],
    ['Choose another folder, or move the file away.', '请另选文件夹，或移走该文件。'],
  ],
  'output-unwritable': ({ file, why }) => [
    [`${named(file)} cannot be written: ${system(why)[0]}.`, `无法写入「${file}」：${system(why)[1]}。`],
    ['Check that its folder exists and may be written to.', '请确认其文件夹存在且可写。'],
  ],
  'command-unknown': ({ name, near }) => [
    [`There is no command ${named(name)}.`, `没有命令「${name}」。`],
    meant(near, ['`meritlog --help` lists the commands.', '`meritlog --help` 列出所有命令。']),
  ],
  'option-unknown': ({ name, near, command }) => [
    [`There is no option ${named(name)} here.`, `这里没有选项「${name}」。`],
    meant(near, [`\`${command} --help\` lists the options.`, `\`${command} --help\` 列出所有选项。`]),
  ],
  'option-value-missing': ({ name, command }) => [
    [`The option ${named(name)} needs a value.`, `选项「${name}」需要一个值。`],
    [`\`${command} --help\` shows how it is written.`, `写法见 \`${command} --help\`。`],
  ],
  'option-missing': ({ name, command }) => [
    [`The option ${name} is missing.`, `缺少选项 ${name}。`],
    [`\`${command} --help\` shows examples.`, `示例见 \`${command} --help\`。`],
  ],
  'option-value': ({ name, value, choices, near }) => [
    [`${name} cannot be ${named(value)}.`, `${name} 不能为「${value}」。`],
    meant(near, [`It can be: ${choices}.`, `可以是：${choices}。`]),
  ],
  'argument-missing': ({ name, command }) => [
    [`The argument <${name}> is missing.`, `缺少参数 <${name}>。`],
    [`\`${command} --help\` shows examples.`, `示例见 \`${command} --help\`。`],
  ],
  'arguments-too-many': ({ command }) => [
    ['There are more arguments than this command takes.', '参数多于该命令所需。'],
    [
      `\`${command} --help\` shows what it takes; a name with spaces needs quotes.`,
      `用法见 \`${command} --help\`；含空格的名称须加引号。`,
    ],
  ],
};

function meant(near: string | undefined, otherwise: Words): Words {
  return near === undefined || near === '' ? otherwise : [`Did you mean ${near}?`, `是否应为 ${near}？`];
}

export interface Spot {
  readonly file?: string;
  readonly pointer?: string;
  readonly line?: number;
  readonly column?: number;
}

/** A problem of the command line or of a file as a whole. */
export function cliProblem(code: CliProblemCode, facts: Facts = {}, { pointer = '', ...spot }: Spot = {}): Problem {
  const [message, fix] = SENTENCES[code](facts);
  return { code, severity: 'error', pointer, message: bilingual(message), fix: bilingual(fix), facts, ...spot };
}

function bilingual([en, zh]: Words): Bilingual {
  return { en, zh };
}
