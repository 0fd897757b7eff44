import type { Cause, MemberChange } from '../model/difference.js';
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
    there: { before: before !== null, after: after !== null },
    before: before?.value ?? null,
    after: after?.value ?? null,
    members: memberChanges(before, after),
    formula: formulaChange(before, after),
    steps: stepChanges(before, after),
  };
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
  const [old, now] = [plainMembers(before), plainMembers(after)];
  const changes: MemberChange[] = [];
  for (const name of new Set([...old.keys(), ...now.keys()])) {
    const [was, is] = [old.get(name), now.get(name)];
    if (was !== undefined && is !== undefined && was.value === is.value && was.fate === is.fate) continue;
    const one = is ?? was;
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

/** Members told by what they are, without those that are told by their own reasons. */
function plainMembers(reason: Reason | null): ReadonlyMap<string, ReasonMember> {
  const members = new Map<string, ReasonMember>();
  if (reason?.body.kind !== 'measure') return members;
  reason.body.members.forEach((member, index) => {
    if (member.reasons.length > 0) return;
    const name =
      member.event === null && member.key === null
        ? String(index)
        : JSON.stringify([member.event?.source, member.event?.id, member.rule?.name, member.key]);
    members.set(name, member);
  });
  return members;
}
