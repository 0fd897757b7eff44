import type { CommandSpec } from '../command.js';
import { append } from './append.js';
import { check } from './check.js';
import { diff } from './diff.js';
import { explain } from './explain.js';
import { exportLedger } from './export.js';
import { importTable } from './import.js';
import { init } from './init.js';
import { run } from './run.js';
import { schema } from './schema.js';

/** All commands, in the order of a first day with meritlog. The parser, the help and the README are made from it. */
export const commands: readonly CommandSpec[] = [
  init,
  check,
  append,
  importTable,
  exportLedger,
  run,
  explain,
  diff,
  schema,
];
