import { type Sentences, shown, type Words } from './words.js';

/** What can keep a ledger from being restored. */
export type LedgerProblemCode = 'restore-other' | 'restore-unrecorded' | 'restore-refused' | 'restore-repeated';

const AGAIN: Words = [
  'Correct the line and restore again: it goes on where it stopped.',
  '请改正该行后重新恢复，会从中断处继续。',
];

export const LEDGER_SENTENCES: Sentences<LedgerProblemCode> = {
  'restore-other': ({ position }) => [
    [
      `The ledger is not empty, and at position ${position} it has another event than the file.`,
      `台账不为空，且第 ${position} 位的事件与文件不同。`,
    ],
    ['Restore into a ledger of its own, or append the events.', '请恢复到新的台账，或改用追加。'],
  ],
  'restore-unrecorded': () => [
    [
      'This line is no event with a recordedtime, so nobody knows when it was recorded.',
      '此行不是带 recordedtime 的事件，无法得知其入账时间。',
    ],
    [
      'Restore what `meritlog export` wrote; append other events.',
      '请恢复由 `meritlog export` 导出的文件；其他事件请用追加。',
    ],
  ],
  'restore-refused': ({ why, whyzh }) => [[`${why}`, `${whyzh}`], AGAIN],
  'restore-repeated': ({ id, source }) => [
    [
      `The event "${shown(id)}" of ${shown(source)} stands in the file twice.`,
      `来源 ${shown(source)} 的事件「${shown(id)}」在文件中出现两次。`,
    ],
    AGAIN,
  ],
};
