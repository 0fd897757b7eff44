import { expect } from 'vitest';
import {
  type CaseFile,
  type CloudEvent,
  type Command,
  caseFile,
  decide,
  evolve,
  extendLedger,
  type Ledger,
  nextSteps,
  openCase,
  parseEvents,
  parseRubric,
  type Rubric,
} from '../src/index.js';
import { canonical } from '../src/model/canonical.js';
import type { Json } from '../src/model/json.js';
import { printRubric } from '../src/parse/print.js';
import { type Asked, arbitraryTrial, stepsOf, type Trial } from './decide-arbitrary.js';
import { rubricOf } from './decide-samples.js';
import { law } from './laws/law.js';

const trials = {
  cases: arbitraryTrial(),
  runs: 150,
  schemeOf: ({ rubric }: Trial) => ({ rubric: [rubric], events: [] }),
};

/** What all commands come to, one after the other; those that are refused change nothing. */
function carriedOut(
  rubric: Rubric,
  commands: readonly Asked[],
  look?: (file: CaseFile, next: Command) => void,
  first: CaseFile = openCase(rubric, 'p', 'c1'),
): CaseFile {
  return commands.reduce((file, { turn, ...asked }) => {
    const possible = turn === undefined ? [] : nextSteps(rubric, file, asked.at);
    const next = { ...asked, step: possible[(turn ?? 0) % Math.max(1, possible.length)]?.step ?? asked.step };
    look?.(file, next);
    const decision = decide(rubric, file, next);
    return decision.ok ? decision.events.reduce((so, event) => evolve(rubric, so, event), file) : file;
  }, first);
}

const text = (file: unknown): string => canonical(JSON.parse(JSON.stringify(file)) as Json);

law(
  'Deciding is pure: the same rubric, file and command give the same, and leave the file as it is',
  trials,
  (one, tally) => {
    const rubric = rubricOf(one.rubric);
    const again = rubricOf(one.rubric);
    carriedOut(rubric, one.commands, (file, next) => {
      const before = text(file);
      const decision = decide(rubric, file, next);
      tally.count('decided', decision.ok);
      if (!decision.ok) for (const { code } of decision.problems) tally.count(code);
      expect(decide(again, file, next)).toEqual(decision);
      expect(text(file)).toBe(before);
    });
  },
);

law(
  'What is decided passes the door, is of its step, leads to the state of the step, and is never irregular',
  trials,
  (one, tally) => {
    const rubric = rubricOf(one.rubric);
    const steps = stepsOf(one.rubric);
    const look = (before: CaseFile, next: Command): void => {
      const decision = decide(rubric, before, next);
      if (!decision.ok) return;
      expect(parseEvents(rubric, decision.events, { anySubject: true }).ok).toBe(true);
      const after = decision.events.reduce((so, event) => evolve(rubric, so, event), before);
      const step = steps.find(({ name }) => name === next.step);
      expect(after.entries.length).toBe(before.entries.length + 1);
      expect(after.entries.at(-1)).toMatchObject({ step: next.step, state: step?.to ?? before.state });
      expect(after.state).toBe(step?.to ?? before.state);
      expect(after.irregularities).toEqual(before.irregularities);
    };
    const file = carriedOut(rubric, one.commands, look);
    expect(file.irregularities).toEqual([]);
    const strange = one.strangers.reduce((so, event) => evolve(rubric, so, event), openCase(rubric, 'p', 'c1'));
    const beside = carriedOut(rubric, one.commands, look, strange);
    tally.count('beside strangers', strange.events.length > 0 && beside.entries.length > strange.entries.length);
    tally.count('long', file.entries.length > 3);
  },
);

law(
  'Folding everything recorded equals evolving one by one, in whatever order it arrives, and nothing ever throws',
  trials,
  (one, tally) => {
    const rubric = rubricOf(one.rubric);
    const decided = carriedOut(rubric, one.commands).events.map(({ event }) => event);
    const { strangers } = one;
    const ledger = [...decided, ...strangers].reduce<Ledger>(
      (so, event) => {
        const longer = extendLedger(rubric, so, [event]);
        return longer.ok ? longer.value : so;
      },
      ledgerOf(rubric, []),
    );
    const whole = caseFile(rubric, 'p', ledger, 'c1');
    tally.count('irregular', whole.irregularities.length > 0);
    tally.count('voided', whole.entries.length + whole.irregularities.length < whole.events.length);
    const mine = whole.events.map(({ event }, index) => ({ event, turn: one.turns[index % one.turns.length] ?? 0 }));
    const turned = mine.toSorted((a, b) => a.turn - b.turn || 1).map(({ event }) => event);
    const arrivals = [...turned.filter(({ type }) => type !== VOIDED), ...rulingsLast(turned)];
    const evolved = arrivals.reduce((file, event) => evolve(rubric, file, event), openCase(rubric, 'p', 'c1'));
    expect(text(evolved)).toBe(text(whole));
    expect(text(arrivals.reduce((file, event) => evolve(rubric, file, event), evolved))).toBe(text(whole));
    const beside = strangers.reduce((file, event) => evolve(rubric, file, event), whole);
    expect(nextSteps(rubric, beside, '2026-03-09').every(({ status }) => status !== undefined)).toBe(true);
  },
);

const VOIDED = 'meritlog.event.voided';

/** A ruling may only be recorded when what it is about is. */
function rulingsLast(events: readonly CloudEvent[]): readonly CloudEvent[] {
  const rulings = events.filter(({ type }) => type === VOIDED);
  const depth = (event: CloudEvent): number => {
    const target = rulings.find(({ id }) => id === event.data?.id);
    return target === undefined || target === event ? 0 : 1 + depth(target);
  };
  return rulings.every((event) => endsSomewhere(event, rulings))
    ? rulings.toSorted((a, b) => depth(a) - depth(b))
    : rulings;
}

function endsSomewhere(event: CloudEvent, rulings: readonly CloudEvent[]): boolean {
  let at: CloudEvent | undefined = event;
  for (let left = rulings.length; left >= 0; left -= 1) {
    at = rulings.find(({ id }) => id === at?.data?.id);
    if (at === undefined) return true;
  }
  return false;
}

law(
  'No commands bring anybody into two steps that four eyes keep apart, nor to what a rule forbids, nor past a right that lapsed',
  trials,
  (one, tally) => {
    const rubric = rubricOf(one.rubric);
    const steps = stepsOf(one.rubric);
    const { entries } = carriedOut(rubric, one.commands);
    entries.forEach(({ step, event, late }, index) => {
      const { not = [], must, late: allowed } = steps.find(({ name }) => name === step) ?? { not: [] };
      const before = entries.slice(0, index);
      for (const ref of not) {
        const [other, field = ''] = ref.split('.');
        for (const earlier of before.filter((entry) => entry.step === other)) {
          const value = field === 'unit' ? earlier.event.subject : earlier.event.data[field];
          tally.count('kept apart');
          expect([value].flat()).not.toContain(event.data.who);
        }
      }
      const [, other] = /coalesce\((\w+)\.points/.exec(JSON.stringify(must ?? '')) ?? [];
      const last = before.findLast((entry) => entry.step === other);
      if (other !== undefined)
        expect(Number(event.data.points ?? 0)).toBeLessThanOrEqual(Number(last?.event.data.points ?? 9));
      if (late) expect(allowed).toBe('allowed');
      tally.count('late', late);
    });
  },
);

law('A rubric with procedures survives parse → print → parse', { ...trials, runs: 40 }, (one) => {
  const rubric = rubricOf(one.rubric);
  const again = parseRubric(printRubric(rubric.model));
  expect(again.ok && again.value.model).toEqual(rubric.model);
});

function ledgerOf(rubric: Rubric, events: readonly CloudEvent[]): Ledger {
  const read = parseEvents(rubric, events);
  if (!read.ok) throw new Error(read.problems.map(({ message }) => message.en).join('\n'));
  return read.value;
}
