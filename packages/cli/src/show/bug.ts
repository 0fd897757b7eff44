import process from 'node:process';
import type { Bilingual } from '@meritlog/core';
import type { Io } from '../io.js';

/** What to say when we fail: that it is our fault, and what to send. */
export function bugReport(error: unknown, argv: readonly string[], version: string, env: Io['env']): Bilingual {
  const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
  const debug = (env.MERITLOG_DEBUG ?? '') !== '';
  const facts = [
    `  meritlog ${version}, node ${process.version}, ${process.platform} ${process.arch}`,
    `  meritlog ${argv.map((word) => (/^[\w./:=+-]+$/.test(word) ? word : JSON.stringify(word))).join(' ')}`,
    `  ${debug && stack !== undefined ? stack : `${name}: ${message}`}`,
  ].join('\n');
  return {
    en: `This is a bug in meritlog, not a mistake of yours. Please report it with these lines and, if you may share them, your files:\n${facts}${
      debug ? '' : '\nMERITLOG_DEBUG=1 adds where in the program it happened.'
    }`,
    zh: `这是 meritlog 自身的缺陷，不是您的错误。请附上以下内容（以及可以提供的文件）反馈：\n${facts}${
      debug ? '' : '\n设置 MERITLOG_DEBUG=1 可显示程序出错的位置。'
    }`,
  };
}
