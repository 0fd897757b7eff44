// 考核评价 and the verified figures: contests, ballots, leaders' scores, survey, checklists, targets and figures.

import { addWorkdays, workdayFrom, workdayUpTo } from './clock.mjs';
import { CONTESTS, FIGURES, MATTERS, OPINIONS, UNITS } from './inputs.mjs';
import { stream } from './random.mjs';

const two = (number) => String(number).padStart(2, '0');
const tenth = (value) => Math.round(value * 10) / 10;
const SOURCES = { '1.1.1': '组织部', '1.2.1': '统计局', '1.2.2': '商务局', '1.2.3': '财政局', '1.2.4': '发改委' };

export function appraisal(ledger) {
  for (const unit of UNITS) {
    figures(ledger, unit);
    checklist(ledger, unit, '1.1.1', 12, MATTERS[unit][0][0]);
    checklist(ledger, unit, '1.2.4', 10, MATTERS[unit][0][1]);
    contests(ledger, unit);
    ballots(ledger, unit);
    leaders(ledger, unit);
    const [, percent] = OPINIONS[unit][3];
    const n = 380 + stream(`${unit} survey`).below(60);
    ledger.note('survey.filed', unit, `${unit}-survey`, '2027-02-05', { period: 2026, percent, n }, { lag: 1 });
  }
}

/** Shares of the year's target at the end of the first three quarters: none ten points behind, but A07's of §5.24.26. */
function shares(unit, at, ratio) {
  if (unit === 'A07' && at < 2) return [18, 41, 52];
  const chance = stream(`${unit} figure ${at}`);
  const base = ratio < 0.95 ? [20, 43, 67] : [22, 46, 71];
  return base.map((share) => share + chance.below(4));
}

function figures(ledger, unit) {
  FIGURES[unit].forEach(([target, actual], at) => {
    const indicator = `1.2.${at + 1}`;
    const code = `12${at + 1}`;
    const unitOfMeasure = at === 2 ? '万元' : '亿元';
    const set = { indicator, value: target, unitOfMeasure, period: 2026 };
    ledger.note('target.set', unit, `${unit}-target-${code}`, '2026-01-20', set, { lag: 1 });
    shares(unit, at, actual / target).forEach((share, before) => {
      const value = at === 2 ? Math.round((target * share) / 100) : Math.round(target * share) / 100;
      const data = { indicator, value, period: 2026, quarter: before + 1, sourceDept: SOURCES[indicator] };
      const day = addWorkdays(['2026-04-07', '2026-07-06', '2026-10-08'][before], 2);
      ledger.note('figure.verified', unit, `${unit}-figure-${code}-Q${before + 1}`, day, data, { lag: 1 });
    });
    const year = { indicator, value: actual, period: 2026, sourceDept: SOURCES[indicator] };
    // A preliminary figure, corrected later: the last one stands.
    if (unit === 'A05') {
      const preliminary = { ...year, value: Math.floor(actual * 0.9) };
      ledger.note('figure.verified', unit, `${unit}-figure-${code}-preliminary`, '2027-01-22', preliminary);
    }
    ledger.note('figure.verified', unit, `${unit}-figure-${code}`, '2027-02-03', year, { lag: 1 });
  });
}

function checklist(ledger, unit, indicator, items, earned) {
  const chance = stream(`${unit} ${indicator}`);
  const done = chance.shuffled(Array.from({ length: items }, (_, at) => at < earned));
  done.forEach((earns, at) => {
    // An item that nobody verified is not earned either, so now and then there is no event at all.
    if (!earns && chance.below(3) === 0) return;
    const id = `${unit}-item-${indicator.replaceAll('.', '')}-${two(at + 1)}`;
    const day = workdayFrom(`2027-01-${two(21 + chance.below(9))}`);
    const data = { indicator, item: at + 1, value: earns ? 1 : 0, period: 2026, sourceDept: SOURCES[indicator] };
    ledger.note('figure.verified', unit, id, day, data, { lag: chance.below(3) });
  });
}

/** Days of the observation visits; the fourth quarter's scores belong to the year and bear its last day. */
const OBSERVED = ['2026-04-10', '2026-07-10', '2026-10-12', '2026-12-31'];

/**
 * Each quarter's five scores leave the unit's level by a pattern whose rows and columns sum to nothing, so that the
 * year's mean of a contest and the quarter's mean of the unit are what the inputs say.
 */
function contests(ledger, unit) {
  const [means, deviations] = CONTESTS[unit];
  const chance = stream(`${unit} contests`);
  const byContest = chance.shuffled([-4, -2, 0, 2, 4]);
  const byQuarter = chance.shuffled([-1, 1, -1, 1]);
  means.forEach((mean, contest) => {
    deviations.forEach((deviation, quarter) => {
      const score = tenth(mean + deviation + (byContest[contest] * byQuarter[quarter]) / 10);
      const letter = 'abcde'[contest];
      const id = `${unit}-contest-${letter}-Q${quarter + 1}`;
      const recorded = quarter === 3 ? '2027-01-12' : undefined;
      const data = { contest: letter, quarter: quarter + 1, score };
      ledger.note('contest.scored', unit, id, OBSERVED[quarter], data, { lag: 1, recorded });
    });
  });
}

const ROSTER = { leaders: 20, peers: 45, reps: 60 };

function ballots(ledger, unit) {
  Object.entries(ROSTER).forEach(([group, roster], at) => {
    const [a, b, c, d] = OPINIONS[unit][at];
    const count = { period: 2026, class: group, a, b, c, d, invalid: 0, roster };
    ledger.note('ballots.counted', unit, `${unit}-ballots-${group}`, '2027-01-28', count, { lag: 1 });
  });
  // Twenty-six valid ballots of forty-five are below sixty per cent: the count was void and was held again.
  if (unit === 'A10') {
    const first = { period: 2026, class: 'peers', a: 14, b: 9, c: 2, d: 1, invalid: 3, roster: ROSTER.peers };
    ledger.note('ballots.counted', unit, 'A10-ballots-peers-first', '2027-01-22', first);
  }
}

/** Nine leaders: seven around the mean, one above and one below them all, whom the rule drops. */
function leaders(ledger, unit) {
  const [mean] = OPINIONS[unit][3];
  const chance = stream(`${unit} leaders`);
  const spread = [chance.below(15), chance.below(15), chance.below(15)].map((tenths) => tenths / 10);
  const middle = [0, ...spread, ...spread.map((value) => -value)].map((value) => tenth(mean + value));
  const scores = chance.shuffled([
    ...middle,
    tenth(mean + 2 + chance.below(25) / 10),
    tenth(mean - 3 - chance.below(50) / 10),
  ]);
  scores.forEach((score, at) => {
    const leader = `L${at + 1}`;
    const day = workdayUpTo(`2027-02-${two(10 + chance.below(8) + 2)}`);
    const data = { period: 2026, leader, score };
    ledger.note('leader.scored', unit, `${unit}-leader-${leader}`, day, data, { lag: chance.below(2) });
  });
}
