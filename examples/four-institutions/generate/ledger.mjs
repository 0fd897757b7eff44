// Collects the events and gives each its envelope, so that the files beside this one speak only of facts.

import { addWorkdays } from './clock.mjs';
import { hash } from './random.mjs';

/** Who records an event of a type, and the article of the scheme it rests on; `null` where none is meaningful. */
export const RECORDER = {
  'period.opened': ['office', '第4条'],
  'period.closed': ['office', '第4条'],
  'rubric.published': ['committee', '第1条'],
  'rubric.amended': ['committee', '第21条'],
  'unit.registered': ['office', '第2条'],
  'agreement.signed': ['office', '第4条'],
  'responsibility.assigned': ['unit', '第9条'],
  'milestone.extended': ['office', '第6条'],
  'milestone.reached': ['inspectorate', '第6条'],
  'target.set': ['office', '第5条'],
  'target.adjusted': ['office', '第5条'],
  'progress.reported': ['unit', null],
  'figure.verified': ['dataDept', '第8条'],
  'inspection.held': ['inspectorate', null],
  'task.issued': ['inspectorate', '第9条'],
  'task.closed': ['inspectorate', '第9条'],
  'visit.logged': ['unit', '第9条'],
  'report.received': ['office', '第9条'],
  'matter.overdue': ['safetyDept', '第6条'],
  'matter.closed': ['safetyDept', '第6条'],
  'incident.established': ['safetyDept', '第16条'],
  'honour.granted': ['office', '第13条'],
  'honour.withdrawn': ['office', '第15条'],
  'card.proposed': ['inspectorate', '第8条'],
  'card.confirmed': ['office', '第8条'],
  'card.rejected': ['office', '第8条'],
  'card.lifted': ['office', '第9条'],
  'rectification.ordered': ['inspectorate', '第11条'],
  'plan.filed': ['unit', '第11条'],
  'rectification.extended': ['office', '第11条'],
  'completion.claimed': ['unit', '第11条'],
  'rectification.verified': ['inspectorate', '第11条'],
  'rectification.failed': ['inspectorate', '第11条'],
  'notice.served': ['office', '第20条'],
  'contest.scored': ['office', '第6条'],
  'ballots.counted': ['organisation', '第14条'],
  'leader.scored': ['organisation', '第14条'],
  'survey.filed': ['dataDept', '第5条'],
  'exemption.approved': ['committee', '第15条'],
  'veto.proposed': ['safetyDept', '第12条'],
  'veto.approved': ['committee', '第12条'],
  'veto.rejected': ['committee', '第12条'],
  'appeal.filed': ['unit', '第20条'],
  'appeal.decided': ['office', '第20条'],
  'discretion.exercised': ['committee', '第17条'],
  'result.announced': ['office', '第20条'],
  'result.finalised': ['committee', '第4条'],
  'bulletin.published': ['inspectorate', null],
  'consequence.decided': ['committee', '第19条'],
  'consequence.executed': ['office', '第19条'],
  'meritlog.event.voided': ['office', '第7条'],
};

/** Types whose events are steps of a case: they say which person acted, by a pseudonym. */
const DECIDED = /^(card|lift|rectification|plan|completion|notice|appeal)\./;

const actorOf = (role, unit, id) =>
  `${role === 'unit' ? unit : role}-${String(1 + (hash(`${id}/actor`) % 3)).padStart(2, '0')}`;

const clock = (minute) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}:00+08:00`;

/** A stable minute between 09:00 and 16:59, so that no two runs and no two machines differ. */
const minuteOf = (id) => 9 * 60 + (hash(id) % 480);

export class Ledger {
  #events = new Map();
  #recorder;

  constructor(recorder = RECORDER) {
    this.#recorder = recorder;
  }

  /**
   * Notes one fact. `lag` is the number of working days until the ledger learns of it (0: twenty minutes later),
   * `recorded` a day that says so outright, `minute` a minute of the day where the order within a day matters.
   */
  note(type, unit, id, day, data, { lag = 0, recorded, minute = minuteOf(id), actorRole } = {}) {
    if (this.#events.has(id)) throw new Error(`the id ${id} is used twice`);
    const [role, basis] = this.#recorder[type];
    const as = actorRole ?? role;
    const actor = DECIDED.test(type) ? { actorRef: actorOf(as, unit, id) } : {};
    const learned = recorded ?? addWorkdays(day, lag);
    this.#events.set(id, {
      specversion: '1.0',
      id,
      source: '/chengchuan/sizhi',
      type,
      ...(unit === null ? {} : { subject: unit }),
      time: `${day}T${clock(minute)}`,
      recordedtime: `${learned}T${clock(learned === day ? minute + 20 : 540 + (hash(`${id}/r`) % 480))}`,
      data: { actorRole: as, ...actor, ...(basis === null ? {} : { basis }), ...data },
    });
    return id;
  }

  lines() {
    const key = (event) => [event.recordedtime, event.time, event.id].join(' ');
    const byKey = (one, other) => (key(one) < key(other) ? -1 : 1);
    return [...this.#events.values()]
      .sort(byKey)
      .map((event) => `${JSON.stringify(event)}\n`)
      .join('');
  }
}
