import type { ArgumentSpec, OptionSpec } from '../command.js';

/** The two arguments that name a scheme. */
export const SOURCES: readonly ArgumentSpec[] = [
  {
    name: '<rubric>',
    about: {
      en: 'a rubric file, or a folder with rubric.json and its events',
      zh: '规则文件，或含 rubric.json 及其事件的文件夹',
    },
  },
  {
    name: '[events]',
    about: {
      en: 'events as JSON Lines, a SQLite ledger, or - for standard input; those beside the rubric where not given',
      zh: 'JSON Lines 事件文件、SQLite 台账，或以 - 表示标准输入；不写则取规则旁边的',
    },
  },
];

const PROBLEMS = { en: 'problems come in the same form', zh: '问题也按此格式输出' };

export const FORMAT_TABLE: OptionSpec = {
  flags: '--format <form>',
  choices: ['table', 'json'],
  about: {
    en: `a table for people or JSON for programs; ${PROBLEMS.en}`,
    zh: `供人阅读的表格或供程序使用的 JSON；${PROBLEMS.zh}`,
  },
};

export const FORMAT_TEXT: OptionSpec = {
  flags: '--format <form>',
  choices: ['text', 'json'],
  about: {
    en: `text for people or JSON for programs; ${PROBLEMS.en}`,
    zh: `供人阅读的文字或供程序使用的 JSON；${PROBLEMS.zh}`,
  },
};
