import type { Row } from './row.js';

export const exotic: readonly Row[] = [
  {
    key: '51',
    says: 'Keys counted among the tied alone, again and again',
    also: [
      'core/test/rank-among.test.ts: counts what is between them alone, and once more what is between those whom it left tied',
    ],
    gallery: ['cup-group'],
    shown: ['Keys among the tied'],
  },
  { key: '52', says: 'Enough distinct sources or days', shown: ['Each value that events name'] },
  { key: '53', says: 'A level is gained at one limit and lost at another', shown: ['Issue and consume', 'End'] },
  { key: '54', says: 'A smooth curve as a published table', gallery: ['performance-curve'], shown: ['Map'] },
  {
    key: '55',
    says: 'A fact counts or not by its distance from another',
    gallery: ['totting-up'],
    shown: ['Window behind an event', 'Passed values'],
  },
  { key: '56', says: 'Pairwise comparison, weighted', shown: ['Each member of a cohort'] },
  { key: '57', says: 'Excluded intervals stop the clock', shown: ['Functions', 'Parts'] },
  { key: '58', says: 'A threshold relative to the exposure', shown: ['Values and the unknown'] },
  {
    key: '59',
    says: 'An argument that works only once',
    gallery: ['totting-up'],
    shown: ['Exceptions: unless and overrides', 'Window'],
  },
  { key: '60', says: 'A grade of its own for those without evidence', shown: ['Enough evidence, and otherwise'] },
  { key: '61', says: 'Counted for one time, shown for another', shown: ['Window'] },
  {
    key: '62',
    says: 'A second look never makes it worse',
    also: [
      'C51',
      'core/test/replay-editions.test.ts: that is lenient gives the most that an edition in force since gives',
    ],
    shown: ['Which edition judges a trigger'],
  },
  {
    key: '63',
    says: 'A lot that people draw is the last key',
    also: ['C42'],
    gallery: ['largest-remainder', 'cup-group'],
    shown: ['Order, ties and who is not ranked'],
  },
  {
    key: '64',
    says: 'What is missing is imputed from the others',
    shown: ['Each member of a cohort', 'Enough evidence, and otherwise'],
  },
  { key: '65', says: 'What lies far out is drawn in', shown: ['Map', 'Each member of a cohort'] },
  { key: '66', says: 'A quota that is set when all is settled', shown: ['Bands', 'Awards'] },
];
