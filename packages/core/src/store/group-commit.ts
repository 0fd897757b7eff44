/** One transaction for all who wait: a disk that confirms a write takes as long for one event as for hundreds. */
export interface GroupCommit<Job, Answer> {
  /** Settles once the transaction that holds the job is on disk. */
  submit(job: Job): Promise<Answer>;
  /** Settles when nothing is waiting any more. */
  idle(): Promise<void>;
}

interface Waiting<Job, Answer> {
  readonly job: Job;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
}

/** How large a group may be, where that is bounded: jobs go together while their sizes sum up to `most`. */
export interface GroupSize<Job> {
  readonly most: number;
  of(job: Job): number;
}

/**
 * `commit` answers every job of a group in order, or rejects when none of it is on disk. `pause` lets everyone join who
 * was woken by the commit before: `setImmediate` of node:timers/promises.
 */
export function groupCommit<Job, Answer>(
  commit: (jobs: readonly Job[]) => Promise<readonly Answer[]>,
  pause: () => Promise<void>,
  size: GroupSize<Job> = UNBOUNDED,
): GroupCommit<Job, Answer> {
  const waiting: Waiting<Job, Answer>[] = [];
  let draining: Promise<void> | undefined;
  const drain = async (): Promise<void> => {
    do {
      await pause();
      await settleAll(waiting.splice(0, groupLength(waiting, size)), commit);
    } while (waiting.length > 0);
    draining = undefined;
  };
  return {
    submit: (job) =>
      new Promise((resolve, reject) => {
        waiting.push({ job, resolve, reject });
        draining ??= drain();
      }),
    idle: async () => draining,
  };
}

const UNBOUNDED: GroupSize<unknown> = { most: Number.POSITIVE_INFINITY, of: () => 0 };

/** How many of those who wait go together, from the first one. */
function groupLength<Job, Answer>(waiting: readonly Waiting<Job, Answer>[], size: GroupSize<Job>): number {
  let total = 0;
  const end = waiting.findIndex(({ job }, index) => {
    total += size.of(job);
    return index > 0 && total > size.most;
  });
  return end === -1 ? waiting.length : end;
}

async function settleAll<Job, Answer>(
  group: readonly Waiting<Job, Answer>[],
  commit: (jobs: readonly Job[]) => Promise<readonly Answer[]>,
): Promise<void> {
  try {
    const answers = await commit(group.map(({ job }) => job));
    for (const [index, answer] of answers.entries()) group[index]?.resolve(answer);
  } catch (error) {
    for (const { reject } of group) reject(error);
  }
}
