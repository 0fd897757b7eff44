import { expect } from 'vitest';
import { rubricCoverage, ruleHits } from '../../src/index.js';
import { canonical } from '../../src/model/canonical.js';
import { outcomeDocument } from '../../src/outcome.js';
import { TrialLog, testsOf } from '../../src/replay/trial-log.js';
import { replay, watchedReplay } from '../../src/replay.js';
import { arbitraryCase } from '../../src/testing/index.js';
import { law } from './law.js';
import { checked, read } from './read-case.js';

law(
  'what a coverage counts adds up, and is what outcomes and hits show',
  { cases: arbitraryCase({ events: 20 }), runs: 10, schemeOf: (one) => one },
  (one, tally) => {
    const { rubric, ledger } = read(one);
    const coverage = rubricCoverage(rubric, ledger, one.lens);
    const outcome = replay(ledger, rubric, one.lens);
    const hits = ruleHits(outcome);
    const { reader } = outcome.session;
    const rows = outcome.standings.flatMap((table) => table.rows);
    const stated = [...rows, ...Object.values(outcome.subjects)].flatMap(({ consequences }) => consequences);
    const hidden = new Set(
      [...reader.editionAt(reader.asOf).model.standings.values()]
        .filter((standing) => standing.hidden)
        .map(({ name }) => name),
    );
    for (const rule of coverage.rules) {
      const { tried, failed, excepted, idle, fired, never, triggers, untried } = rule;
      expect(failed + excepted + idle + fired, rule.rule).toBe(tried);
      expect(never === null).toBe(fired > 0);
      expect(untried).toBeLessThanOrEqual(triggers);
      const versions = rubric.model.editions.flatMap(({ rules }) => rules.get(rule.rule) ?? []);
      const most = tried * Math.max(0, ...versions.map(({ when }) => testsOf(when).length));
      for (const { made, held } of rule.tests) expect([held <= made, made <= most]).toEqual([true, true]);
      const own = hits.filter((hit) => hit.rule === rule.rule);
      const isForward = ['issue', 'end', 'void'].includes(rule.effect);
      // Hits are read as of the lens, so a cohort may be another one than at the reading instant of the rule.
      if (!isForward && versions.every((version) => version.appliesBy !== 'lenient' && version.for === undefined)) {
        expect(tried, `${rule.rule} is tried for each hit`).toBe(own.length);
        tally.count('judged');
      }
      const onHidden = versions.some(({ on }) => on.kind === 'standing' && hidden.has(on.standing));
      if (rule.effect === 'consequence' && !onHidden)
        expect(fired, rule.rule).toBe(stated.filter((consequence) => consequence.rule === rule.rule).length);
      if (
        rule.effect === 'issue' &&
        versions.every(({ effect }) => effect.kind === 'issue' && effect.each === undefined)
      )
        expect(fired, rule.rule).toBe(
          [...reader.columns.derivedBy.values()].filter((by) => by.rule === rule.rule).length,
        );
      tally.count(rule.effect, fired > 0);
      tally.count(`${never ?? 'fired'}`);
    }
    for (const { rows: all, unranked, none, bands } of coverage.standings)
      expect(unranked + none + bands.reduce((sum, { times }) => sum + times, 0)).toBe(all);
    const ways = new Map<string, number>();
    for (const { part, name, text, times } of coverage.formulas) {
      const node = JSON.stringify([part, name, text]);
      ways.set(node, (ways.get(node) ?? 0) + times);
    }
    for (const { part, name, text, of } of coverage.formulas)
      expect(ways.get(JSON.stringify([part, name, text])), text).toBe(of);
    for (const { clauses, readings, unknown } of coverage.indicators) {
      expect(unknown).toBeLessThanOrEqual(readings);
      for (const { times, of } of clauses) expect(times).toBeLessThanOrEqual(of);
    }
    const watched = checked(watchedReplay(ledger, rubric, one.lens, new TrialLog()));
    expect(canonical(outcomeDocument(watched))).toBe(canonical(outcomeDocument(outcome)));
  },
);
