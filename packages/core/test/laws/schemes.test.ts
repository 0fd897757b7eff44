import { expect } from 'vitest';
import { type Outcome, replay, ruleHits } from '../../src/index.js';
import { arbitraryCase, type Case } from '../../src/testing/index.js';
import { law } from './law.js';
import { read } from './read-case.js';

const OFTEN = ['cards', 'ties', 'caps', 'voids'];

law(
  'every generated rubric parses and its ledger passes the door, and what rubrics are about occurs in a third of them',
  {
    cases: arbitraryCase(),
    runs: 40,
    schemeOf: (one: Case) => one,
    after: (tally) => {
      for (const what of OFTEN) expect(tally.share(what), what).toBeGreaterThanOrEqual(0.3);
    },
  },
  (one, tally) => {
    const both = read(one);
    const outcome = replay(both.ledger, both.rubric);
    tally.count(
      'cards',
      Object.values(outcome.subjects).some(({ cards }) => cards.length > 0),
    );
    tally.count('ties', hasTies(outcome));
    tally.count('caps', isCapped(outcome));
    tally.count('voids', outcome.session.events.length < both.ledger.events.length);
    tally.count(
      'consequences',
      Object.values(outcome.subjects).some(({ consequences }) => consequences.length > 0),
    );
    tally.count('ended events', outcome.session.reader.columns.endedAt.size > 0);
    tally.count('findings', outcome.findings.length > 0);
    tally.count('two editions', one.rubric.length > 1);
  },
);

function hasTies({ standings }: Outcome): boolean {
  return standings.some(({ rows }) => {
    const ranked = rows.filter(({ rank }) => rank !== null).map(({ by }) => JSON.stringify(by));
    return new Set(ranked).size < ranked.length;
  });
}

/** Whether a rule that limits holds for some event. */
function isCapped(outcome: Outcome): boolean {
  const { editions } = outcome.rubric.model;
  const limits = new Set(
    editions.flatMap(({ rules }) =>
      [...rules.values()].filter(({ effect }) => effect.kind === 'limit').map(({ name }) => name),
    ),
  );
  return ruleHits(outcome).some(({ rule, holds }) => holds && limits.has(rule));
}
