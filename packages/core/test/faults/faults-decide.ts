import { faultsOf } from './fault.js';

const CARDS = 'core/test/decide-cards.test.ts';
const FILES = 'core/test/decide-files.test.ts';

export const DECIDING = faultsOf(
  [CARDS],
  {
    name: 'Whoever has no role of a step may take it',
    file: 'decide/judge.ts',
    find: 'const isFine = roles === undefined || step.model.roles.some((role) => roles.includes(role));',
    replace: 'const isFine = true;',
  },
  {
    name: 'Nobody is the same person',
    file: 'decide/judge.ts',
    find: 'const who = events.flat().find((value) => me.includes(value));',
    replace: "const who = events.flat().find((value) => value === '');",
  },
  {
    name: 'Bodies that the actor belongs to are not recused',
    file: 'decide/judge.ts',
    find: 'return actor === undefined ? memberOf : [actor, ...memberOf];',
    replace: 'return actor === undefined ? memberOf : [actor];',
  },
  {
    name: 'Anybody may do what is for the one concerned alone',
    file: 'decide/judge.ts',
    find: 'if (allowed.some((value) => me.includes(value))) return [];',
    replace: 'if (allowed.length > 0) return [];',
  },
  {
    name: 'A right lapses at the beginning of its last day',
    file: 'decide/deadline.ts',
    find: 'return { last: endOfDay(scene.zone, value), shown: formatDay(value) };',
    replace: 'return { last: endOfDay(scene.zone, value - 1), shown: formatDay(value) };',
  },
  {
    name: 'Nothing is ever too late',
    file: 'decide/judge.ts',
    find: 'if (by === undefined || at <= by.last || taking.step.model.late) return [];',
    replace: 'if (by === undefined || at >= 0) return [];',
  },
  {
    name: 'An unknown rule is kept',
    file: 'decide/judge.ts',
    find: 'if (holds === true) return [];',
    replace: 'if (holds !== false) return [];',
    caughtBy: [FILES],
  },
  {
    name: 'An empty list is evidence',
    file: 'decide/judge.ts',
    find: 'scene.ownList(field).length === 0',
    replace: 'scene.ownList(field).length < 0',
  },
  {
    name: 'What is given goes over what the step sets',
    file: 'decide/draft-event.ts',
    find: 'if (there !== undefined && !sameValue(there, value)) {',
    replace: 'if (there !== undefined && !sameValue(there, there)) {',
  },
  {
    name: 'An event may be put before what is recorded',
    file: 'decide/decide.ts',
    find: 'if (last === undefined || compareEvents(last, hand) < 0) return [];',
    replace: 'if (last === undefined || compareEvents(last, hand) !== 0) return [];',
  },
);

export const FILING = faultsOf(
  [FILES],
  {
    name: 'Voided events stand in a file',
    file: 'decide/fold.ts',
    find: 'const isSettled = voided.has(refOf(event)) || (isRuling(event) && refs.has(targetOf(event)));',
    replace: 'const isSettled = isRuling(event) && refs.has(targetOf(event));',
  },
  {
    name: 'A voided ruling is heard',
    file: 'decide/voids.ts',
    find: 'if (!isRuling(event) || voided.has(refOf(event))) continue;',
    replace: 'if (!isRuling(event)) continue;',
  },
  {
    name: 'An event is of any step of its type, whatever values the step sets',
    file: 'decide/steps.ts',
    find: '[...fields].every(([name, is]) => sameValue(scene.own(name), scene.value(is)))',
    replace: '[...fields].every(([name, is]) => name !== undefined && is !== undefined)',
  },
  {
    name: 'An unknown actor is another person',
    file: 'decide/judge.ts',
    find: 'isActor && events.length > 0 && (',
    replace: '!isActor && events.length > 0 && (',
  },
  {
    name: 'A case follows the edition of each of its events',
    file: 'decide/procedure-edition.ts',
    find: "if (file.edition !== '')",
    replace: "if (file.edition === 'x')",
  },
  {
    name: 'Overdue cases are looked up in the future',
    file: 'decide.ts',
    find: 'const so = events.filter(({ time }) => time <= until);',
    replace: 'const so = events.filter(({ time }) => time <= until || until > 0);',
  },
);
