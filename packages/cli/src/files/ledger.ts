import path from 'node:path';
import type { Bilingual, CloudEvent, EventStore, StoreErrorCode } from '@meritlog/core';
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
    const { exit, why } = FAILURES[code];
    return refused(
      exit,
      cliProblem('ledger-unusable', { file, code, why: why.en, whyzh: why.zh, said: error.message }, { file }),
    );
  }
}

function isStoreCode(code: string): code is StoreErrorCode {
  return Object.hasOwn(FAILURES, code);
}

interface Failure {
  readonly exit: ExitCode;
  readonly why: Bilingual;
}

const FAILURES: Readonly<Record<StoreErrorCode, Failure>> = {
  closed: { exit: EXIT.bug, why: { en: 'it was closed', zh: '它已关闭' } },
  busy: {
    exit: EXIT.missing,
    why: { en: 'another process is writing to it; try again', zh: '另一进程正在写入，请稍后再试' },
  },
  'read-only': { exit: EXIT.missing, why: { en: 'it may only be read', zh: '只能读取' } },
  'cannot-open': {
    exit: EXIT.missing,
    why: { en: 'it cannot be opened; check that its folder exists', zh: '无法打开，请确认其文件夹存在' },
  },
  'no-driver': {
    exit: EXIT.missing,
    why: {
      en: 'there is no SQLite: use Node 22.13, or install @photostructure/sqlite',
      zh: '没有 SQLite：请使用 Node 22.13，或安装 @photostructure/sqlite',
    },
  },
  'not-a-database': {
    exit: EXIT.invalid,
    why: { en: 'the file is no SQLite database', zh: '该文件不是 SQLite 数据库' },
  },
  'not-a-ledger': { exit: EXIT.invalid, why: { en: 'the database is no ledger', zh: '该数据库不是台账' } },
  'newer-schema': {
    exit: EXIT.invalid,
    why: { en: 'a newer meritlog wrote it; update', zh: '它由更新版本的 meritlog 写入，请升级' },
  },
  corrupt: { exit: EXIT.invalid, why: { en: 'the file is damaged', zh: '文件已损坏' } },
  'bad-query': { exit: EXIT.bug, why: { en: 'it was asked wrongly', zh: '查询有误' } },
  failed: { exit: EXIT.missing, why: { en: 'SQLite failed; is the disk full?', zh: 'SQLite 出错，磁盘是否已满' } },
};
