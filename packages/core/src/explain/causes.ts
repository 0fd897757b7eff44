import type { Cause, MemberChange } from '../model/difference.js';
import type { Reason, ReasonMember } from '../model/explanation.js';
import type { Shown } from '../model/outcome.js';

/** The indicators furthest down in two trees of reasons that differ. */
export function causesOf(before: Reason | null, after: Reason | null): readonly Cause[] {
  const causes = new Map<string, Cause>();
  collect(before, after, causes);
  return [...causes.values()];
}

function collect(before: Reason | null, after: Reason | null, causes: Map<string, Cause>): void {
  const one = after ?? before;
  if (one === null || (before !== null && after !== null && equalReasons(before, after))) return;
  const size = causes.size;
  for (const [inner, other] of innerPairs(before, after)) collect(inner, other, causes);
  const members = memberChanges(before, after);
  if (causes.size > size && members.length === 0) return;
  if (before?.value === after?.value && members.length === 0) return;
  causes.set(`${one.indicator} ${JSON.stringify(one.keys)}`, {
    indicator: one.indicator,
    title: one.title,
    code: one.code,
    keys: one.keys,
    there: { before: before !== null, after: after !== null },
    before: before?.value ?? null,
    after: after?.value ?? null,
    members,
  });
}

function equalReasons(a: Reason, b: Reason): boolean {
  return a.value === b.value && JSON.stringify(a.body) === JSON.stringify(b.body);
}

function innerPairs(before: Reason | null, after: Reason | null): readonly (readonly [Reason | null, Reason | null])[] {
  const names = new Map<string, [Reason | null, Reason | null]>();
  innerReasons(before).forEach((reason) => {
    names.set(nameOf(reason), [reason, null]);
  });
  innerReasons(after).forEach((reason) => {
    const pair = names.get(nameOf(reason));
    if (pair === undefined) names.set(nameOf(reason), [null, reason]);
    else pair[1] = reason;
  });
  return [...names.values()];
}

function nameOf({ indicator, keys }: Reason): string {
  return `${indicator} ${JSON.stringify(keys)}`;
}

function innerReasons(reason: Reason | null): readonly Reason[] {
  if (reason === null || reason.body.kind === 'cut') return [];
  if (reason.body.kind === 'formula')
    return reason.body.inputs.flatMap((input) => (input.reason === null ? [] : [input.reason]));
  return reason.body.members.flatMap(({ reasons }) => reasons);
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
