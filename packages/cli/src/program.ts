import { Command, Help, InvalidArgumentError, Option } from 'commander';
import type { Call, CommandSpec, OptionSpec } from './command.js';
import type { ExitCode } from './exit-code.js';
import { EXIT } from './exit-code.js';
import { type Lang, languageOfTag } from './language.js';
import type { Shell } from './shell.js';
import { widthOf } from './show/width.js';
import { UsageError, usageProblem } from './usage-problem.js';

/** The parser and the help of a table of commands, made by commander and told in the reader's language. */
export function programOf(
  specs: readonly CommandSpec[],
  shell: Shell,
  version: string,
  ended: (exit: ExitCode) => void,
): Command {
  const { lang, io } = shell;
  const program = new Program('meritlog')
    .description(shell.in(ABOUT))
    .version(version, '-V, --version', shell.in(SHOW_VERSION))
    .helpCommand('help [command]', shell.in(SHOW_HELP))
    .usage(lang === 'zh' ? '<命令> [选项]' : '<command> [options]')
    .addOption(langOption(shell))
    .addHelpText('after', shell.in(EXIT_CODES));
  const commands = specs.map((spec) => subcommand(spec, shell, ended));
  for (const command of commands) program.addCommand(command);
  for (const command of [program, ...commands]) {
    command
      .exitOverride()
      .helpOption('-h, --help', shell.in(SHOW_HELP))
      .configureHelp(helpIn(lang))
      .configureOutput({
        writeOut: (text) => shell.print(text),
        writeErr: (text) => shell.say({ en: text, zh: text }),
        getOutHelpWidth: () => io.stdout.columns ?? 100,
        getErrHelpWidth: () => io.stderr.columns ?? 100,
        getOutHasColors: () => false,
        getErrHasColors: () => false,
      });
  }
  return program;
}

/** Commander speaks English only; what it complains about becomes a problem like all others. */
class Program extends Command {
  override error(message: string, options: { readonly code?: string } = {}): never {
    throw new UsageError(usageProblem(options.code ?? '', message, pathOf(this)));
  }

  override createCommand(name?: string): Command {
    return new Program(name);
  }
}

function pathOf(command: Command): string {
  return command.parent === null ? command.name() : `${pathOf(command.parent)} ${command.name()}`;
}

function subcommand(spec: CommandSpec, shell: Shell, ended: (exit: ExitCode) => void): Command {
  const command = new Program(spec.name).description(descriptionOf(spec, shell)).summary(shell.in(spec.about));
  for (const { name, about } of spec.arguments) command.argument(name, shell.in(about));
  for (const option of spec.options) command.addOption(optionOf(option, shell));
  const examples = spec.examples.map(({ line, about }) => `  $ ${line}\n      ${shell.in(about)}`);
  command.addOption(langOption(shell)).addHelpText('after', `\n${shell.in(EXAMPLES)}\n${examples.join('\n')}`);
  return command.action(async () => {
    ended(await spec.run(callOf(command), shell));
  });
}

function descriptionOf({ about, more }: CommandSpec, shell: Shell): string {
  return more === undefined ? shell.in(about) : `${shell.in(about)}\n\n${shell.in(more)}`;
}

function optionOf({ flags, about, choices, many }: OptionSpec, shell: Shell): Option {
  const option = new Option(flags, shell.in(about));
  if (choices !== undefined) option.choices([...choices]);
  if (many) option.argParser((value: string, before: readonly string[] = []) => [...before, value]);
  return option;
}

function langOption(shell: Shell): Option {
  const option = new Option('--lang <language>', shell.in(LANG)).choices(['en', 'zh']);
  return option.argParser((tag) => {
    if (languageOfTag(tag) === undefined) throw new InvalidArgumentError('Allowed choices are en, zh.');
    return tag;
  });
}

function callOf(command: Command): Call {
  const options: Readonly<Record<string, unknown>> = command.opts();
  const value = (name: string): unknown => options[name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())];
  return {
    arguments: command.args,
    option: (name) => {
      const given = value(name);
      return typeof given === 'string' ? given : undefined;
    },
    all: (name) => {
      const given = value(name);
      return Array.isArray(given) ? given.filter((one) => typeof one === 'string') : [];
    },
    flag: (name) => value(name) === true,
  };
}

function helpIn(lang: Lang): Partial<Help> {
  const plain = new Help();
  return {
    displayWidth: widthOf,
    subcommandTerm: (command) => command.name(),
    commandUsage: (command) => {
      const usage = plain.commandUsage(command);
      return lang === 'zh' ? usage.replace('[options]', '[选项]') : usage;
    },
    styleTitle: (title) => (lang === 'zh' ? (TITLES[title] ?? title) : title),
    optionDescription: (option) => {
      const text = plain.optionDescription(option);
      return lang === 'zh' ? text.replace(/ \(choices: (.*)\)$/, '（可选：$1）') : text;
    },
  };
}

const TITLES: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Commands:': '命令：',
};

const ABOUT = {
  en: 'Judge recorded events by a rubric: points, cards, bands, awards and ranks, each explained down to the event that caused it.',
  zh: '按规则评判记录的事件：得分、红黄黑牌、等次、奖项和名次，每个结果都能追溯到产生它的事件。',
};
const SHOW_VERSION = { en: 'print the version', zh: '显示版本' };
const SHOW_HELP = { en: 'show help, with examples', zh: '显示帮助和示例' };
const LANG = {
  en: 'language of messages and tables, also as a tag such as zh-CN',
  zh: '提示和表格所用的语言，也可写 zh-CN 这样的标签',
};
const EXAMPLES = { en: 'Examples:', zh: '示例：' };
const EXIT_CODES = {
  en: `\nmeritlog <command> --help shows examples.\n\nExit codes: ${EXIT.fine} fine, ${EXIT.failed} judged and failed, ${EXIT.different} a difference was found, ${EXIT.usage} wrong usage,\n  ${EXIT.invalid} invalid rubric or events, ${EXIT.missing} input missing, ${EXIT.bug} our bug, 130 interrupted.`,
  zh: `\nmeritlog <命令> --help 显示示例。\n\n退出码：${EXIT.fine} 正常，${EXIT.failed} 评判未通过，${EXIT.different} 有差异，${EXIT.usage} 用法错误，\n  ${EXIT.invalid} 规则或事件无效，${EXIT.missing} 缺少输入，${EXIT.bug} 程序缺陷，130 被中断。`,
};
