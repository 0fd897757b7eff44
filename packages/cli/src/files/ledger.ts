import path from 'node:path';
import type { CloudEvent, EventStore, StoreErrorCode } from '@meritlog/core';
import { openSqliteStore } from '@meritlog/store-sqlite';
import { cliProblem } from '../cli-problem.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import { type Loaded, loaded, refused, type Shell } from '../shell.js';

/** All events of a SQLite ledger, as they were recorded. */
export async function readLedger(shell: Shell, file: string): Promise<Loaded<readonly CloudEvent[]>> {
  return withLedger(shell, file, true, async (store) => {
    const events: CloudEvent[] = [];
    for await (const batch of store.read()) for (const { event } of batch) events.push(event);
    return loaded(events);
  });
}

/** Opens a ledger, works with it, and closes it whatever happens. */
export async function withLedger<T>(
  shell: Shell,
  file: string,
  readOnly: boolean,
  work: (store: EventStore) => Promise<Loaded<T>>,
): Promise<Loaded<T>> {
  try {
    const store = await openSqliteStore({ file: path.resolve(shell.io.cwd, file), readOnly });
    try {
      return await work(store);
    } finally {
      await store.close();
    }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (!(error instanceof Error) || !isStoreCode(code)) throw error;
    const { exit, why, todo } = FAILURES[code];
    const facts = { file, code, why: why[0], whyzh: why[1], todo: todo[0], todozh: todo[1], said: error.message };
    return refused(exit, cliProblem('ledger-unusable', facts, { file }));
  }
}

function isStoreCode(code: string): code is FileFailure {
  return Object.hasOwn(FAILURES, code);
}

/** A server may also deny, be out of reach, or have an older schema; a file is none. */
type FileFailure = Exclude<StoreErrorCode, 'denied' | 'disconnected' | 'older-schema' | 'incomplete'>;

type Words = readonly [en: string, zh: string];

interface Failure {
  readonly exit: ExitCode;
  readonly why: Words;
  readonly todo: Words;
}

const ANOTHER: Words = ['Name a ledger that `meritlog append` made.', '请写出由 `meritlog append` 建立的台账。'];
const REPORT: Words = ['This is our fault; please report it.', '这是程序缺陷，请反馈。'];

const FAILURES: Readonly<Record<FileFailure, Failure>> = {
  closed: { exit: EXIT.bug, why: ['it was closed', '它已关闭'], todo: REPORT },
  'bad-query': { exit: EXIT.bug, why: ['it was asked wrongly', '查询有误'], todo: REPORT },
  'not-a-database': {
    exit: EXIT.invalid,
    why: ['the file is no SQLite database', '该文件不是 SQLite 数据库'],
    todo: ANOTHER,
  },
  'not-a-ledger': { exit: EXIT.invalid, why: ['the database is no ledger', '该数据库不是台账'], todo: ANOTHER },
  'newer-schema': {
    exit: EXIT.invalid,
    why: ['a newer meritlog wrote it', '它由更新版本的 meritlog 写入'],
    todo: ['Update meritlog.', '请升级 meritlog。'],
  },
  corrupt: {
    exit: EXIT.invalid,
    why: ['the file is damaged', '文件已损坏'],
    todo: [
      'Restore it from a backup with `meritlog import --restore`.',
      '请用备份和 `meritlog import --restore` 恢复。',
    ],
  },
  busy: {
    exit: EXIT.missing,
    why: ['another process is writing to it', '另一进程正在写入'],
    todo: ['Nothing was stored; try again.', '没有写入任何事件；请稍后再试。'],
  },
  'read-only': {
    exit: EXIT.missing,
    why: ['it may only be read', '它只能读取'],
    todo: ['Make the file writable, or copy it.', '请将文件设为可写，或复制一份。'],
  },
  'cannot-open': {
    exit: EXIT.missing,
    why: ['it cannot be opened', '无法打开'],
    todo: ['Check that its folder exists and who may write there.', '请确认其文件夹存在且可写。'],
  },
  'no-driver': {
    exit: EXIT.missing,
    why: ['there is no SQLite here', '此处没有 SQLite'],
    todo: [
      'Run on Node 22.13 or later, or install @photostructure/sqlite.',
      '请使用 Node 22.13 或更高版本，或安装 @photostructure/sqlite。',
    ],
  },
  failed: {
    exit: EXIT.missing,
    why: ['SQLite failed', 'SQLite 出错'],
    todo: ['Check that the disk is neither full nor gone.', '请检查磁盘是否已满或不可用。'],
  },
};
