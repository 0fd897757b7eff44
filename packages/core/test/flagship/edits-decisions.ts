// Edits of what people decide: cards, orders, honours, exemptions, appeals, corrections.

import { added, anyDay, anyUnit, type Edit, moved, ofType, replace, withData } from './edits-ledger.js';
import { addDays } from './fold-days.js';
import { dayOf, type FlagshipEvent, has, is, subject, text } from './fold-facts.js';

const yellow = (event: FlagshipEvent): boolean => is(event, 'colour', 'yellow');

/** What is safe to void: no total becomes unknown and no reference dangles. */
const VOIDABLE = [
  'task.closed',
  'visit.logged',
  'matter.overdue',
  'matter.closed',
  'report.received',
  'milestone.reached',
  'card.confirmed',
  'honour.granted',
  'exemption.approved',
  'incident.established',
  'completion.claimed',
];

export const editsOfDecisions: Readonly<Record<string, Edit>> = {
  cardConfirmedLater: (chance, events) => {
    const card = chance.pick(ofType(events, 'card.confirmed').filter(yellow));
    return replace(events, card, moved(card, chance.pick([1, 5, 6, 7, 12, 20, 40])));
  },
  cardAdded: (chance, events, seed) => {
    const [unit, day] = [chance.pick(['A03', 'A05', 'A06', 'A07', 'A10']), anyDay(chance)];
    const [rule, colour] = chance.pick([
      ['Y5', 'yellow'],
      ['Y5', 'yellow'],
      ['R4', 'red'],
      ['B7', 'black'],
      ['B3', 'black'],
    ] as const);
    const what = { rule, colour, matter: `X-matter-${seed}` };
    const proposal = `X-proposal-${seed}`;
    // Now and then the same office proposes and confirms: that is no card.
    const proposedBy = chance.below(5) === 0 ? 'office' : 'inspectorate';
    const actorRole = colour === 'black' ? 'committee' : 'office';
    const confirmed = { actorRole, ...what, proposal, proposedBy };
    const first = added(events, {
      id: proposal,
      type: 'card.proposed',
      subject: unit,
      day: addDays(day, -3),
      data: { actorRole: proposedBy, ...what },
    });
    return added(first, { id: `X-card-${seed}`, type: 'card.confirmed', subject: unit, day, data: confirmed });
  },
  cardRevoked: (chance, events, seed) => {
    const card = chance.pick(ofType(events, 'card.confirmed'));
    const data = { actorRole: 'committee', card: card.id, reason: '事实有误' };
    const day = addDays(dayOf(card), 10);
    const revocation = day > '2026-12-31' ? '2026-12-31' : day;
    return added(events, {
      id: `X-revoked-${seed}`,
      type: 'card.revoked',
      subject: subject(card),
      day: revocation,
      data,
    });
  },
  appealDecided: (chance, events, seed) => {
    const object = chance.pick(ofType(events, 'card.confirmed', 'veto.approved'));
    const outcome = chance.pick(['revoked', 'revoked', 'dismissed']);
    const what = { period: 2026, level: 'appeal', object: object.id };
    const filed = added(events, {
      id: `X-appeal-${seed}`,
      type: 'appeal.filed',
      subject: subject(object),
      day: '2027-03-02',
      data: { actorRole: 'unit', ...what },
    });
    const data = { actorRole: 'committee', ...what, appeal: `X-appeal-${seed}`, outcome };
    const decided = {
      id: `X-decided-${seed}`,
      type: 'appeal.decided',
      subject: subject(object),
      day: '2027-03-17',
      data,
    };
    return added(filed, decided);
  },
  claimedLater: (chance, events) => {
    const claim = chance.pick([
      ...ofType(events, 'completion.claimed'),
      ...ofType(events, 'completion.claimed').filter((event) => text(event, 'order').includes('order-Y')),
    ]);
    return replace(events, claim, moved(claim, chance.pick([3, 13, 16, 30])));
  },
  checkFailed: (chance, events) => {
    const check = chance.pick(ofType(events, 'rectification.verified'));
    return replace(events, check, { ...check, type: 'rectification.failed' });
  },
  orderNeverVerified: (chance, events, seed) => {
    const ofYellow = ofType(events, 'rectification.ordered')
      .filter((event) => has(event, 'card'))
      .map((event) => event.id);
    const check = chance.pick(
      ofType(events, 'rectification.verified').filter((event) => ofYellow.includes(text(event, 'order'))),
    );
    return voided(events, check, seed);
  },
  honourWithdrawn: (chance, events, seed) => {
    const honour = chance.pick(ofType(events, 'honour.granted').filter((event) => dayOf(event) < '2026-12-01'));
    const data = { actorRole: 'office', matter: text(honour, 'matter'), honour: honour.id, docNo: '澄办〔2026〕29号' };
    return added(events, {
      id: `X-withdrawn-${seed}`,
      type: 'honour.withdrawn',
      subject: subject(honour),
      day: '2026-12-18',
      data,
    });
  },
  honourAdded: (chance, events, seed) => {
    const level = chance.pick(['national', 'provincial', 'municipal', 'district']);
    const scope = chance.pick(['single', 'comprehensive']);
    const data = { actorRole: 'office', matter: `X-matter-honour-${seed}`, level, scope, docNo: '省发〔2026〕5号' };
    return added(events, {
      id: `X-honour-${seed}`,
      type: 'honour.granted',
      subject: anyUnit(chance),
      day: anyDay(chance),
      data,
    });
  },
  criticised: (chance, events, seed) => {
    const level = chance.pick(['municipal', 'provincial', 'national']);
    const kind = chance.pick(['circular', 'circular', 'media']);
    const data = {
      actorRole: 'discipline',
      matter: `X-matter-criticism-${seed}`,
      level,
      kind,
      docNo: '安纪通〔2026〕3号',
    };
    return added(events, {
      id: `X-criticism-${seed}`,
      type: 'criticism.issued',
      subject: anyUnit(chance),
      day: anyDay(chance),
      data,
    });
  },
  exempted: (chance, events, seed) => {
    const type = chance.pick([
      'matter.overdue',
      'card.confirmed',
      'milestone.reached',
      'task.issued',
      'report.received',
      'incident.established',
    ]);
    const object = chance.pick(ofType(events, type));
    const data = {
      actorRole: 'committee',
      matter: text(object, 'matter'),
      exemptionType: chance.pick(['error-tolerance', 'force-majeure']),
      scope: '全部',
      proposedBy: chance.pick(['inspectorate', 'inspectorate', 'committee']),
    };
    return added(events, {
      id: `X-exemption-${seed}`,
      type: 'exemption.approved',
      subject: subject(object),
      day: '2026-12-21',
      data,
    });
  },
  eventVoided: (chance, events, seed) => voided(events, chance.pick(ofType(events, chance.pick(VOIDABLE))), seed),
  // Only the matter comes back: of two scores for one contest the scheme does not say which stands.
  voidingVoided: (chance, events, seed) => {
    const voidings = ofType(events, 'meritlog.event.voided').filter((event) => text(event, 'id').includes('petition'));
    return voided(events, chance.pick(voidings), seed);
  },
  lateFactAdmitted: (chance, events, seed) => {
    const late = events.filter(
      (event) => is(event, 'period', undefined) && event.time < '2027' && event.recordedtime > '2027-01-21',
    );
    const fact = chance.pick(late);
    const data = {
      actorRole: 'committee',
      period: 2026,
      topic: 'late-fact',
      choice: fact.id,
      minutesNo: '澄考评纪〔2027〕3号',
      reason: '补报',
    };
    return added(events, {
      id: `X-admitted-${seed}`,
      type: 'discretion.exercised',
      subject: subject(fact),
      day: '2027-03-01',
      data,
    });
  },
  vetoUngrounded: (chance, events) => {
    const veto = chance.pick(ofType(events, 'veto.approved'));
    const field = chance.pick(['superiorDoc', 'docNo', 'validTo']);
    const { [field]: _, ...data } = veto.data;
    return replace(events, veto, { ...veto, data });
  },
  floatingPlaceGiven: (_chance, events) => {
    const floating = ofType(events, 'discretion.exercised').filter((event) => is(event, 'topic', 'floating-quota'));
    return floating.reduce((all, event) => replace(all, event, withData(event, { choice: 'A' })), events);
  },
};

function voided(events: readonly FlagshipEvent[], event: FlagshipEvent, seed: number): readonly FlagshipEvent[] {
  const data = { actorRole: 'office', id: event.id, reason: '录入错误', proposedBy: 'inspectorate' };
  return added(events, {
    id: `X-voided-${seed}`,
    type: 'meritlog.event.voided',
    subject: event.subject,
    day: '2027-02-25',
    data,
  });
}
