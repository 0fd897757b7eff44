import type { Bilingual } from '@meritlog/core';
import type { Io } from './io.js';

export type Lang = keyof Bilingual;

/** What `--lang` says, wherever it stands; else the environment's language; else English. */
export function languageOf(argv: readonly string[], env: Io['env']): Lang {
  const asked = languageOfTag(argumentOf(argv, '--lang') ?? '');
  if (asked !== undefined) return asked;
  const locale = [env.LC_ALL, env.LC_MESSAGES, env.LANG].find((name) => name !== undefined && name !== '');
  return locale?.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}

/** The language of a tag as BCP 47 writes them: `zh`, `zh-CN`, `zh-Hans`, `en-GB`. */
export function languageOfTag(tag: string): Lang | undefined {
  if (!/^[a-z]{2}(?:-[a-z0-9]{1,8})*$/i.test(tag)) return undefined;
  const language = tag.slice(0, 2).toLowerCase();
  return language === 'en' || language === 'zh' ? language : undefined;
}

/** The value of an option before any command is known, because even the first complaint is in some language and form. */
export function argumentOf(argv: readonly string[], option: string): string | undefined {
  for (const [index, word] of argv.entries()) {
    if (word === '--') return undefined;
    if (word === option) return argv[index + 1];
    if (word.startsWith(`${option}=`)) return word.slice(option.length + 1);
  }
  return undefined;
}
