import type { ReasonMember } from '../model/explanation.js';
import { add, mul, type Num, parsePrinted, printNum } from '../model/num.js';
import type { Shown } from '../model/outcome.js';

/** Members that say the same, together. */
export function groupsOf(members: readonly ReasonMember[]): readonly (readonly ReasonMember[])[] {
  const groups = new Map<string, ReasonMember[]>();
  members.forEach((member, index) => {
    const alone =
      member.rule === null || member.reasons.length > 0 || member.working !== undefined || member.behind !== undefined;
    const name = alone
      ? String(index)
      : JSON.stringify([member.value, member.assumed, member.weight, member.fate, member.rule]);
    groups.set(name, [...(groups.get(name) ?? []), member]);
  });
  return [...groups.values()];
}

/** What a group comes to. */
export function timesOf(group: readonly ReasonMember[]): Shown {
  let sum: Num = 0;
  for (const { value, weight } of group) {
    const number = typeof value === 'string' ? parsePrinted(value) : undefined;
    if (number === undefined) return null;
    sum = add(sum, weight === null ? number : mul(number, parsePrinted(weight) ?? 1));
  }
  return printNum(sum);
}

/** The formula that all members share. */
export function commonOf(members: readonly ReasonMember[]): string | undefined {
  const formulas = members.flatMap(({ working }) => working?.formula ?? []);
  const [only] = formulas;
  return formulas.length > 1 && new Set(formulas).size === 1 ? only : undefined;
}
