import { setImmediate } from 'node:timers/promises';
import { groupCommit } from '@meritlog/core/store';
import { openSqliteStore } from '@meritlog/store-sqlite';
import { expect, test } from 'vitest';
import { sampleEvent } from './sample.js';

test('Jobs that are submitted together are committed together, each with its own answer', async () => {
  const groups: number[] = [];
  const commits = groupCommit<number, number>(async (jobs) => {
    groups.push(jobs.length);
    return jobs.map((job) => job * 2);
  }, setImmediate);
  expect(await Promise.all([1, 2, 3].map(commits.submit))).toEqual([2, 4, 6]);
  expect(groups).toEqual([3]);
});

test('Where the size of a group is bounded, those go together that fit, and one that is too large goes alone', async () => {
  const groups: (readonly number[])[] = [];
  const commit = async (jobs: readonly number[]) => {
    groups.push(jobs);
    return jobs;
  };
  const commits = groupCommit<number, number>(commit, setImmediate, { most: 5, of: (job) => job });
  expect(await Promise.all([2, 3, 1, 9, 4, 1].map(commits.submit))).toEqual([2, 3, 1, 9, 4, 1]);
  expect(groups).toEqual([[2, 3], [1], [9], [4, 1]]);
});

test('A commit that fails rejects all of its group, and the next group goes on', async () => {
  let fails = true;
  const commits = groupCommit<number, number>(async (jobs) => {
    if (fails) throw new Error('disk full');
    return jobs;
  }, setImmediate);
  const results = await Promise.allSettled([1, 2].map(commits.submit));
  expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  fails = false;
  expect(await commits.submit(3)).toBe(3);
});

test('A store is idle once everything that was submitted is answered', async () => {
  const answered: number[] = [];
  const commits = groupCommit<number, number>(async (jobs) => jobs, setImmediate);
  for (const job of [1, 2, 3]) void commits.submit(job).then((answer) => answered.push(answer));
  await commits.idle();
  expect(answered).toEqual([1, 2, 3]);
});

test('A failure in the middle of a group leaves nothing of it behind', async () => {
  let calls = 0;
  const now = (): number => {
    calls += 1;
    return calls === 2 ? Number.NaN : 0;
  };
  const store = await openSqliteStore({ file: ':memory:', now });
  const results = await Promise.allSettled(['a', 'b', 'c'].map((id) => store.append([sampleEvent(id)])));
  expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
  expect(await store.head()).toEqual({ position: 0, recordedtime: null });
  expect((await store.append([sampleEvent('a')])).kind).toBe('appended');
  await store.close();
});
