// The kinds of edit. None makes a total unknown or voids a proposal, on which the scheme's text does not settle what follows.

import { editsOfDecisions } from './edits-decisions.js';
import { added, anyDay, anyUnit, type Edit, moved, ofType, replace, withData } from './edits-ledger.js';
import { addDays } from './fold-days.js';
import { type FlagshipEvent, is, number, subject, text } from './fold-facts.js';

const accepted = (event: FlagshipEvent): boolean => is(event, 'quality', 'accepted');

const editsOfFacts: Readonly<Record<string, Edit>> = {
  taskClosedLater: (chance, events) => {
    const task = chance.pick(ofType(events, 'task.closed').filter(accepted));
    return replace(events, task, moved(task, 1 + chance.below(14)));
  },
  taskSentBack: (chance, events) => {
    const task = chance.pick(ofType(events, 'task.closed').filter(accepted));
    return replace(events, task, withData(task, { quality: 'rejected' }));
  },
  taskAdded: (chance, events, seed) => {
    const [unit, day, taskNo] = [anyUnit(chance), anyDay(chance), `X-task-${seed}`];
    const due = addDays(day, 5 + chance.below(10));
    const data = {
      actorRole: 'inspectorate',
      taskNo,
      due,
      listed: chance.below(2) === 0,
      matter: `X-matter-task-${seed}`,
    };
    return added(events, { id: taskNo, type: 'task.issued', subject: unit, day, data });
  },
  milestoneMoved: (chance, events) => {
    const reached = chance.pick(ofType(events, 'milestone.reached').filter(accepted));
    return replace(events, reached, moved(reached, chance.pick([-30, -5, 1, 6, 11, 16, 31, 50])));
  },
  milestoneExtended: (chance, events, seed) => {
    const extended = new Set(ofType(events, 'milestone.extended').map((event) => text(event, 'matter')));
    const open = ofType(events, 'responsibility.assigned').filter(
      (event) => !is(event, 'milestone', undefined) && !extended.has(text(event, 'matter')),
    );
    const one = chance.pick(open);
    const due = text(one, 'due');
    const { project, milestone, matter } = one.data;
    const newDue = addDays(due, 10 + chance.below(60));
    const data = { actorRole: 'office', project, milestone, matter, newDue, proposedBy: 'inspectorate' };
    // The due day itself is already too late.
    const day = addDays(due, chance.pick([-12, -1, 0, 3]));
    return added(events, { id: `X-extended-${seed}`, type: 'milestone.extended', subject: subject(one), day, data });
  },
  matterAdded: (chance, events, seed) => {
    const kind = chance.pick(['petition', 'petition', 'backlog', 'hazard', 'environment']);
    const due = chance.pick(['2026-06-29', '2026-06-30', anyDay(chance)]);
    const data = { actorRole: 'safetyDept', matter: `X-matter-${seed}`, kind, due };
    const fact = {
      id: `X-overdue-${seed}`,
      type: 'matter.overdue',
      subject: anyUnit(chance),
      day: addDays(due, 1),
      data,
    };
    return added(events, fact);
  },
  hazardRemovedLater: (chance, events) => {
    const closed = chance.pick(ofType(events, 'matter.closed').filter((event) => is(event, 'kind', 'hazard')));
    return replace(events, closed, moved(closed, 1 + chance.below(9)));
  },
  reportLater: (chance, events) => {
    const report = chance.pick(ofType(events, 'report.received'));
    return replace(events, report, moved(report, 1 + chance.below(6)));
  },
  ballotsChanged: (chance, events) => {
    const count = chance.pick(ofType(events, 'ballots.counted'));
    const [from, to] = chance.pick([
      ['a', 'b'],
      ['b', 'a'],
      ['b', 'c'],
      ['c', 'd'],
      ['a', 'invalid'],
    ] as const);
    const votes = Math.min(number(count, from), 1 + chance.below(3));
    return replace(
      events,
      count,
      withData(count, { [from]: number(count, from) - votes, [to]: number(count, to) + votes }),
    );
  },
  contestChanged: (chance, events) => {
    const contest = chance.pick(ofType(events, 'contest.scored'));
    const score = Math.round((number(contest, 'score') + chance.below(241) / 10 - 20) * 10) / 10;
    return replace(events, contest, withData(contest, { score }));
  },
  leaderChanged: (chance, events) => {
    const one = chance.pick(ofType(events, 'leader.scored'));
    const score = Math.min(100, Math.round((number(one, 'score') + chance.below(81) / 10 - 4) * 10) / 10);
    return replace(events, one, withData(one, { score }));
  },
  surveyRepeated: (chance, events, seed) => {
    const percent = chance.pick([69.9, 70, 84.9, 85, 94.9, 95, 88.8]);
    const data = { actorRole: 'dataDept', period: 2026, percent, n: 400 };
    const day = '2027-02-18';
    return added(events, { id: `X-survey-${seed}`, type: 'survey.filed', subject: anyUnit(chance), day, data });
  },
  figureChanged: (chance, events) => {
    const isFigure = (event: FlagshipEvent): boolean => is(event, 'item', undefined);
    const figure = chance.pick(ofType(events, 'figure.verified').filter(isFigure));
    const percent = chance.pick([50, 60, 72, 90, 99, 101, 115, 130]);
    const value = Math.floor(number(figure, 'value') * percent) / 100;
    return replace(events, figure, withData(figure, { value }));
  },
  itemChanged: (chance, events) => {
    const item = chance.pick(ofType(events, 'figure.verified').filter((event) => !is(event, 'item', undefined)));
    return replace(events, item, withData(item, { value: 1 - number(item, 'value') }));
  },
  targetAdjusted: (chance, events, seed) => {
    const old = chance.pick(ofType(events, 'target.set'));
    const value = Math.round(number(old, 'value') * chance.pick([80, 90, 95, 105, 120])) / 100;
    const { indicator, unitOfMeasure } = old.data;
    const reason = chance.pick(['policy', 'reorganisation', 'force-majeure']);
    const data = { actorRole: 'office', indicator, value, unitOfMeasure, period: 2026, reason };
    const day = anyDay(chance);
    return added(events, { id: `X-target-${seed}`, type: 'target.adjusted', subject: subject(old), day, data });
  },
  visitAdded: (chance, events, seed) => {
    const [unit, day] = [anyUnit(chance), anyDay(chance)];
    const data = { actorRole: 'unit', sponsorRole: '区委书记', project: `${unit}-project-03` };
    return added(events, { id: `X-visit-${seed}`, type: 'visit.logged', subject: unit, day, data });
  },
  assignedLater: (chance, events) => {
    const one = chance.pick(
      ofType(events, 'responsibility.assigned').filter((event) => is(event, 'milestone', undefined)),
    );
    return replace(events, one, moved(one, 30));
  },
  learnedTooLate: (chance, events) => {
    const types = [
      'matter.overdue',
      'visit.logged',
      'task.closed',
      'milestone.reached',
      'honour.granted',
      'report.received',
    ];
    const fact = chance.pick(ofType(events, ...types));
    return replace(events, fact, { ...fact, recordedtime: '2027-01-21T09:00:00+08:00' });
  },
  accidentEstablished: (chance, events, seed) => {
    const data = {
      actorRole: 'safetyDept',
      matter: chance.pick([`X-matter-incident-${seed}`, 'A07-matter-incident-1']),
      field: chance.pick(['safety', 'safety', 'environment']),
      severity: chance.pick(['ordinary', 'grave', 'larger']),
      responsibility: chance.pick(['main', 'secondary', 'none']),
      decidingBody: '安陵市人民政府',
    };
    const day = addDays('2026-08-10', chance.below(100));
    const unit = data.matter.startsWith('A07') ? 'A07' : anyUnit(chance);
    return added(events, { id: `X-incident-${seed}`, type: 'incident.established', subject: unit, day, data });
  },
};

export const editsByKind: Readonly<Record<string, Edit>> = { ...editsOfFacts, ...editsOfDecisions };
