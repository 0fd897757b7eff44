import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './repository.js';
import { code } from './schema-node.js';

/** Facts of any name, each shown as ‹name›, so that a sentence shows where its facts go. */
const FACTS: object = new Proxy({}, { get: (_, name) => `‹${String(name)}›` });

interface Bilingual {
  readonly en: string;
  readonly zh: string;
}

interface Sentence {
  readonly message: Bilingual;
  readonly fix?: Bilingual;
  readonly severity?: string;
  readonly level?: string;
}

interface Catalogue {
  readonly heading: string;
  /** The source file; the catalogues are nobody's door, so they are loaded by their path. */
  readonly file: string;
  readonly say: (module: Module, code: string) => Sentence;
  /** Finds the codes in the text of the file, where the module does not list them. */
  readonly codes: RegExp | ((module: Module) => readonly string[]);
}

type Module = Readonly<Record<string, unknown>>;

const CODE = /'([a-z-]+)'/g;
const keysOf = (name: string) => (module: Module) => Object.keys(module[name] as object);
const call =
  (name: string, ...args: readonly unknown[]) =>
  (module: Module, of: string): Sentence => {
    const made = module[name] as (...all: readonly unknown[]) => Sentence;
    return made(of, ...args);
  };
const entry =
  (name: string) =>
  (module: Module, of: string): Sentence =>
    (module[name] as Readonly<Record<string, (facts: object) => Sentence>>)[of]?.(FACTS) as Sentence;

const CATALOGUES: readonly Catalogue[] = [
  {
    heading: 'In a rubric 规则中的问题',
    file: 'core/src/parse/problem-catalogue.ts',
    say: call('messageOf', FACTS),
    codes: (module) => module.RUBRIC_PROBLEM_CODES as readonly string[],
  },
  {
    heading: 'In events 事件中的问题',
    file: 'core/src/parse/events-problems.ts',
    say: entry('EVENT_SENTENCES'),
    codes: keysOf('EVENT_SENTENCES'),
  },
  {
    heading: 'In JSON texts JSON 文本中的问题',
    file: 'core/src/parse/json-sentence.ts',
    say: entry('JSON_SENTENCES'),
    codes: keysOf('JSON_SENTENCES'),
  },
  {
    heading: 'In a lens 查看方式中的问题',
    file: 'core/src/lens-problem.ts',
    say: call('lensProblem', '', FACTS),
    codes: /type LensProblemCode =([^;]*);/,
  },
  {
    heading: 'In a command, or in the file of a case 指令和案卷中的问题',
    file: 'core/src/decide/decide-problem.ts',
    say: call('decideProblem', '', FACTS),
    codes: keysOf('DECIDE_SENTENCES'),
  },
  {
    heading: 'In a question to `explain` 提问中的问题',
    file: 'core/src/explain-problem.ts',
    say: call('explainProblem', '', '‹name›', [], '‹keys›'),
    codes: /type ExplainProblemCode =([^;]*);/,
  },
  {
    heading: 'On the command line 命令行中的问题',
    file: 'cli/src/cli-problem.ts',
    say: call('cliProblem', FACTS),
    codes: /type CliProblemCode =([^;]*);/,
  },
  {
    heading: 'Findings of the analyser 规则分析所得',
    file: 'core/src/analyse/sentence.ts',
    say: call('analysisSentence', FACTS),
    codes: (module) => module.ANALYSIS_CODES as readonly string[],
  },
  {
    heading: 'Findings of an outcome 结果中须注意的事项',
    file: 'core/src/replay/findings.ts',
    say: call('findingOf', null, FACTS),
    codes: /^const SENTENCES[^=]*=> Bilingual> = \{\n([\s\S]*?)^\};/m,
  },
];

/** The codes of everything that can be told, with the sentences; ‹name› stands for a fact. */
export async function problemLists(): Promise<string> {
  const lists = await Promise.all(CATALOGUES.map(listOf));
  const about =
    'A problem has a `code`, a `severity`, a JSON `pointer`, a `message` in both languages, often a `fix`, and its `facts`.';
  const facts =
    'Programs go by the code; ‹name› stands for a fact. Findings are no problems: the outcome holds, and a person should look.';
  return `## Codes 代码\n\n${about}\n${facts}\n\n${lists.join('\n\n')}`;
}

async function listOf({ heading, file, say, codes }: Catalogue): Promise<string> {
  const whole = path.join(root, 'packages', file);
  const module: Module = await import(/* @vite-ignore */ pathToFileURL(whole).href);
  const all = codes instanceof RegExp ? codesIn(readFileSync(whole, 'utf8'), codes) : codes(module);
  const rows = [...all].sort().map((one) => row(one, say(module, one)));
  return [`### ${heading}`, '', '| code | sentence | 说明 |', '|---|---|---|', ...rows].join('\n');
}

function codesIn(text: string, where: RegExp): readonly string[] {
  const found = where.exec(text)?.[1] ?? '';
  const bare = [...found.matchAll(/^ {2}([a-z]+): /gm)].map(([, name = '']) => name);
  const quoted = [...found.matchAll(found.includes('=>') ? /^ {2}'([a-z-]+)': /gm : CODE)].map(([, name = '']) => name);
  return [...bare, ...quoted];
}

function row(of: string, { message, fix, severity, level = severity }: Sentence): string {
  const mark = level === 'warning' || level === 'refusal' ? ` (${level})` : '';
  const both = (language: 'en' | 'zh', space: string): string =>
    cell(fix === undefined ? message[language] : `${message[language]}${space}${fix[language]}`);
  return `| ${code(of)}${mark} | ${both('en', ' ')} | ${both('zh', '')} |`;
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ').replaceAll('<', '\\<');
}
