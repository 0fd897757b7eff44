import { expect } from 'vitest';
import type { RowConsequence } from '../../src/model/outcome.js';
import { replay } from '../../src/replay.js';
import { arbitraryScheme, type Scheme } from '../../src/testing/index.js';
import { law } from './law.js';
import { read } from './read-case.js';

const DECIDED = 'meritlog.consequence.decided';
const LATE = { asOf: '2027-06-01T08:00:00+08:00' };

law(
  'a recommendation never gets another status without a recorded decision, and decisions change nothing else',
  {
    cases: arbitraryScheme(),
    runs: 30,
    schemeOf: (one: Scheme) => one,
    after: (tally) => expect(tally.share('a decision that is heard')).toBeGreaterThan(0.05),
  },
  ({ rubric, events }, tally) => {
    const decisions = events.filter(({ type }) => type === DECIDED);
    const aside = events.map((event) =>
      event.type === DECIDED ? { ...event, data: { consequence: 'none', decision: 'declined' } } : event,
    );
    const alone = stated({ rubric, events: aside });
    expect(alone.filter(({ status, recommendation }) => status !== (recommendation ? 'recommended' : 'due'))).toEqual(
      [],
    );
    const decided = stated({ rubric, events });
    expect(decided.map(apart)).toEqual(alone.map(apart));
    const changed = decided.filter(({ status }, at) => status !== alone[at]?.status);
    tally.count('consequences', alone.length > 0);
    tally.count('a decision', decisions.length > 0);
    tally.count('a decision that is heard', changed.length > 0);
    for (const { id, status } of changed) {
      const said = decisions.map(({ source, data }) => [data?.decision, data?.consequence, source]);
      expect(said.filter(([word, name]) => word === status && String(name).endsWith(id))).not.toEqual([]);
    }
  },
);

function stated(scheme: Scheme): readonly RowConsequence[] {
  const { rubric, ledger } = read(scheme);
  const { standings, subjects } = replay(ledger, rubric, LATE);
  const rows = standings.flatMap((table) => table.rows.flatMap(({ consequences }) => consequences));
  return [...rows, ...Object.values(subjects).flatMap(({ consequences }) => consequences)];
}

/** All but what a decision may change. */
function apart({ status: _status, overdue: _overdue, ...rest }: RowConsequence): object {
  return rest;
}
