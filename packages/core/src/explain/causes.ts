import type { Cause, Evidence, MemberChange } from '../model/difference.js';
import type { Reason, ReasonMember, ReasonStep } from '../model/explanation.js';
import type { Shown } from '../model/outcome.js';

/** A value that differs, and what in it differs: the formula, members, steps. */
export function causeOf(before: Reason | null, after: Reason | null): Omit<Cause, 'events'> {
  const one = after ?? before;
  if (one === null) throw new Error('a cause is a value of one side at least');
  return {
    indicator: one.indicator,
    title: one.title,
    code: one.code,
    basis: one.basis,
    keys: one.keys,
    ...(one.passed === undefined ? {} : { passed: one.passed }),
    ...(one.asOf === undefined ? {} : { asOf: one.asOf }),
    there: { before: before !== null, after: after !== null },
    before: before?.value ?? null,
    after: after?.value ?? null,
    members: memberChanges(before, after),
    need: needChange(before, after),
    formula: formulaChange(before, after),
    steps: stepChanges(before, after),
  };
}

function needChange(before: Reason | null, after: Reason | null): Cause['need'] {
  const needOf = (reason: Reason | null) => (reason?.body.kind === 'measure' ? (reason.body.need ?? null) : null);
  const [old, now] = [needOf(before), needOf(after)];
  if (old?.met !== false && now?.met !== false) return null;
  const told = (need: typeof old): Evidence | null => need && { needed: need.value, known: need.known };
  return { before: told(old), after: told(now) };
}

function formulaChange(before: Reason | null, after: Reason | null): Cause['formula'] {
  const formula = (reason: Reason | null): string | null =>
    reason?.body.kind === 'formula' ? reason.body.formula : null;
  const change = { before: formula(before), after: formula(after) };
  return before === null || after === null || change.before === change.after ? null : change;
}

/** Steps told by what they say; that they make another value of another one is no news. */
function stepChanges(before: Reason | null, after: Reason | null): Cause['steps'] {
  if (before === null || after === null) return { before: [], after: [] };
  const beyond = (steps: readonly ReasonStep[], others: readonly ReasonStep[]): readonly ReasonStep[] => {
    const known = new Set(others.map(stepName));
    return steps.filter((step) => !known.has(stepName(step)) && !(step.kind === 'limit' && step.before === step.after));
  };
  const reached = [before, after].every(isMapped);
  const told = ({ steps }: Reason): readonly ReasonStep[] => steps.filter(({ kind }) => reached || kind !== 'map');
  return { before: beyond(told(before), told(after)), after: beyond(told(after), told(before)) };
}

/** Whether the value was known up to the last step: an unknown one is left as it is. */
function isMapped({ body, steps }: Reason): boolean {
  const last = steps.filter(({ kind }) => kind === 'map').at(-1);
  if (last !== undefined) return last.after !== null;
  return (body.kind === 'formula' || body.kind === 'measure') && body.value !== null;
}

function stepName(step: ReasonStep): string {
  if (step.kind !== 'limit') return `${step.kind} ${step.text}`;
  return JSON.stringify([step.kind, step.rule, step.event.source, step.event.id, step.max, step.min]);
}

function memberChanges(before: Reason | null, after: Reason | null): readonly MemberChange[] {
  const judged = [before, after].every(isTaken);
  const [old, now] = [membersOf(before, judged), membersOf(after, judged)];
  const changes: MemberChange[] = [];
  for (const name of new Set([...old.keys(), ...now.keys()])) {
    const [was, is] = [old.get(name), now.get(name)];
    const one = is ?? was;
    const weighs = was !== undefined && is !== undefined && was.weight !== is.weight && counts(was) && counts(is);
    const stands = was !== undefined && is !== undefined && was.value === is.value && was.fate === is.fate;
    // A value that has reasons of its own is told by them.
    if (!weighs && (stands || (one?.reasons.length ?? 0) > 0)) continue;
    changes.push({
      there: { before: counts(was), after: counts(is) },
      event: one?.event ?? null,
      rule: { before: was?.rule?.name ?? null, after: is?.rule?.name ?? null },
      ruleTitle: one?.rule?.title ?? null,
      basis: one?.rule?.basis ?? null,
      edition: { before: was?.rule?.edition ?? null, after: is?.rule?.edition ?? null },
      key: one?.key == null ? null : String(one.key.value),
      before: takenValue(was),
      after: takenValue(is),
      weight: { before: was?.weight ?? null, after: is?.weight ?? null },
    });
  }
  return changes;
}

function takenValue(member: ReasonMember | undefined): Shown {
  return counts(member) ? (member?.value ?? null) : null;
}

/** Whether it is a member that counts, be its value unknown. */
function counts(member: ReasonMember | undefined): boolean {
  return member !== undefined && member.fate !== 'outside-window' && member.fate !== 'dropped';
}

/** Whether it came to be asked which members are left out. */
function isTaken(reason: Reason | null): boolean {
  return reason?.body.kind !== 'measure' || reason.body.open === undefined || TAKEN.includes(reason.body.open);
}

const TAKEN: readonly string[] = ['none', 'reduce'];

/** Members by what they are; parts are none, since the rubric says what each of them weighs. */
function membersOf(reason: Reason | null, judged: boolean): ReadonlyMap<string, ReasonMember> {
  const members = new Map<string, ReasonMember>();
  if (reason?.body.kind !== 'measure') return members;
  reason.body.members.forEach((member, index) => {
    const isNamed = member.event !== null || member.key !== null;
    if (!isNamed && member.reasons.length > 0) return;
    const name = isNamed
      ? JSON.stringify([member.event?.source, member.event?.id, member.rule?.name, member.key])
      : String(index);
    // Left out on one side alone says nothing where the other did not come to ask.
    members.set(name, !judged && member.fate === 'dropped' ? { ...member, fate: 'taken' } : member);
  });
  return members;
}
