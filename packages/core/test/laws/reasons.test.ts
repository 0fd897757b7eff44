import { expect } from 'vitest';
import { tryExplain } from '../../src/index.js';
import type { Reason, ReasonEvent, ReasonMeasure, ReasonMember } from '../../src/model/explanation.js';
import { add, div, eq, lte, max, min, mul, type Num, parsePrinted, pow, printNum, sub } from '../../src/model/num.js';
import type { Shown } from '../../src/model/outcome.js';
import { replay } from '../../src/replay.js';
import { arbitraryCase, type Case } from '../../src/testing/index.js';
import { law } from './law.js';
import { read } from './read-case.js';

law(
  'I11: the contributions shown for a number come to it exactly, and every step starts from what the one before it gave',
  { cases: arbitraryCase(), runs: 30, schemeOf: (one: Case) => one },
  (one, tally) => {
    const { rubric, ledger } = read(one);
    const outcome = replay(ledger, rubric, one.lens);
    for (const [subject, file] of Object.entries(outcome.subjects)) {
      for (const [indicator, reading] of Object.entries(file.indicators)) {
        for (const { keys, value } of reading?.members ?? (reading === undefined ? [] : [reading])) {
          const explained = tryExplain(outcome, { subject, indicator, keys });
          if (!explained.ok || explained.value.kind !== 'value')
            throw new Error(`no reason for ${indicator} of ${subject}`);
          expect(explained.value.reason.value).toBe(value);
          checkReason(explained.value.reason, (what) => tally.count(what));
          checkTold(explained.value.reason, (what) => tally.count(what));
        }
      }
    }
    for (const { id: standing, keys, rows } of outcome.standings) {
      for (const { subject, total } of rows) {
        const explained = tryExplain(outcome, { subject, standing, keys });
        if (!explained.ok || explained.value.kind !== 'place') throw new Error(`no place of ${subject} in ${standing}`);
        const { total: reason } = explained.value.place;
        if (reason === null) continue;
        tally.count('a total');
        expect(reason.value, standing).toBe(total);
        checkReason(reason, (what) => tally.count(what));
        checkTold(reason, (what) => tally.count(what));
      }
    }
  },
);

function checkReason(reason: Reason, count: (what: string) => void): void {
  const { body, steps } = reason;
  if (body.kind === 'cut' || body.kind === 'told' || body.kind === 'endless') return;
  count(`a ${body.kind}`);
  let at = body.value;
  for (const step of steps) {
    if (step.kind !== 'otherwise') expect(step.before).toBe(at);
    else expect(at).toBeNull();
    at = step.after;
    count(`a ${step.kind}`);
    if (step.kind !== 'limit') continue;
    for (const part of step.conditions) expect(part.value, part.formula).toBe(true);
    for (const one of step.behind) checkReason(one, count);
  }
  expect(at, reason.indicator).toBe(reason.value);
  if (body.kind === 'formula') {
    for (const { value, reason: inner } of body.inputs) {
      if (inner === null) continue;
      expect(inner.value).toBe(value);
      checkReason(inner, count);
    }
    return;
  }
  checkMeasure(body, reason.indicator, count);
}

function checkMeasure(body: ReasonMeasure, name: string, count: (what: string) => void): void {
  checkKeys(body, count);
  const taken = body.members.filter(({ fate }) => fate === 'taken');
  const unknown = body.members.some(({ fate }) => fate === 'unknown');
  const reduced = reduce(body.reduce, taken, body.parameter);
  if (body.value !== null && !unknown && reduced !== undefined) {
    count(`a ${body.reduce} that adds up`);
    expect(reduced, `${name}: ${body.reduce}`).toBe(body.value);
  }
  for (const member of body.members) {
    const { conditions = [], working, weighing, inner, value, fate, assumed, event } = member;
    if (weighing?.value === null && assumed !== true) expect(member.weight, weighing.formula).toBeNull();
    for (const part of conditions) {
      count('a condition that holds');
      if (part.value === true) continue;
      expect(part.value, part.formula).toBeNull();
      expect(['unknown', 'outside-window'], part.formula).toContain(fate);
    }
    if (working !== undefined && assumed !== true && weighing?.value !== null)
      expect(working.value, working.formula).toBe(value);
    if (inner !== undefined) {
      if (assumed !== true) expect(inner.value).toBe(value);
      checkMeasure(inner, name, count);
    }
    checkIssued(event, count);
    for (const one of [...member.reasons, ...(member.behind ?? [])]) checkReason(one, count);
  }
  const { count: all, members } = body.leftOut ?? { count: 0, members: [] };
  expect([0, all]).toContain(members.length);
  for (const { failed, event, behind } of members) {
    count('a member that a condition left out');
    expect(failed.map(({ value }) => value)).toContain(false);
    expect(failed.map(({ value }) => value)).not.toContain(true);
    checkIssued(event, count);
    for (const one of behind) checkReason(one, count);
  }
}

/** The members of a range are the numbers between its bounds, and a measure without a value says why it has none. */
function checkKeys(
  { range, members, leftOut, need, value, open, keysLeftOut }: ReasonMeasure,
  count: (what: string) => void,
): void {
  const [from, to] = [range?.from.value, range?.to.value].map((bound) => Number(bound ?? Number.NaN));
  if (from !== undefined && to !== undefined && from <= to && open !== 'keys') {
    count('a range');
    expect(members.length + (leftOut?.count ?? 0)).toBe(Math.floor(to) - Math.ceil(from) + 1);
  }
  for (const bound of range === undefined ? [] : [range.from, range.to])
    if (bound.value === null) expect(open).toBe('keys');
  for (const one of [...(range?.behind ?? []), ...(need?.behind ?? [])]) checkReason(one, count);
  for (const { failed, event, behind } of keysLeftOut?.members ?? []) {
    count('a key that a condition left out');
    expect(failed.length).toBeGreaterThan(0);
    checkIssued(event, count);
    for (const one of behind) checkReason(one, count);
  }
  expect(open === undefined, open).toBe(value !== null);
  if (open !== undefined) count(`unknown for ${open}`);
  if (open === 'need') expect(need?.met).toBe(false);
  if (value !== null && need !== undefined) expect(need.met).toBe(true);
}

/** The conditions of the rule held on what it saw, and its formulas give what the event says. */
function checkIssued(event: ReasonEvent | null, count: (what: string) => void): void {
  const { issued, fields = [] } = event ?? {};
  if (issued === undefined) return;
  count('an event that a rule issued');
  for (const { value, formula } of issued.conditions) expect(value, formula).toBe(true);
  for (const { name, value } of issued.fields) {
    const shown = fields.find((field) => field.name === name);
    if (shown !== undefined) expect(value).toBe(shown.value);
  }
  checkIssued(issued.trigger, count);
  for (const one of issued.behind) checkReason(one, count);
}

/** Each value is told once, in full where it is met first, and only named behind that. */
function checkTold(root: Reason, count: (what: string) => void): void {
  const told = new Map<string, Reason>();
  const visit = (reason: Reason): void => {
    const { indicator, keys, passed, edition, value, body, asOf } = reason;
    // What is read as of an earlier day may differ from trigger to trigger.
    if (asOf !== undefined) return;
    const name = JSON.stringify([indicator, keys, passed, edition]);
    if (body.kind === 'told') {
      count('a value that was told before');
      expect(told.get(name)?.value, name).toBe(value);
      return;
    }
    if (body.kind === 'cut' || body.kind === 'endless') return;
    expect(told.has(name), name).toBe(false);
    told.set(name, reason);
    if (body.kind === 'formula') for (const { reason: inner } of body.inputs) inner !== null && visit(inner);
    else visitMeasure(body);
    for (const step of reason.steps) {
      if (step.kind !== 'limit') continue;
      visitEvent(step.event);
      step.behind.forEach(visit);
    }
  };
  const visitMeasure = ({ range, after, before, members, leftOut, keysLeftOut, need }: ReasonMeasure): void => {
    range?.behind.forEach(visit);
    visitEvent(after);
    visitEvent(before);
    for (const { event, inner, reasons, behind = [] } of members) {
      visitEvent(event);
      if (inner !== undefined) visitMeasure(inner);
      [...reasons, ...behind].forEach(visit);
    }
    for (const { event, behind } of [...(leftOut?.members ?? []), ...(keysLeftOut?.members ?? [])]) {
      visitEvent(event);
      behind.forEach(visit);
    }
    need?.behind.forEach(visit);
  };
  const visitEvent = (event: ReasonEvent | null | undefined): void => {
    if (event?.issued === undefined) return;
    visitEvent(event.issued.trigger);
    event.issued.behind.forEach(visit);
  };
  visit(root);
}

/** The reduction once more, from what is shown alone. */
function reduce(how: string, members: readonly ReasonMember[], parameter?: Shown): string | undefined {
  if (how === 'count') return String(members.length);
  const values: Num[] = [];
  const weights: Num[] = [];
  for (const { value, weight } of members) {
    const number = typeof value === 'string' ? parsePrinted(value) : undefined;
    if (number === undefined) return undefined;
    values.push(number);
    weights.push(weight === null ? 1 : (parsePrinted(weight) ?? 1));
  }
  const products = values.map((value, index) => mul(value, weights[index] ?? 1));
  const sum = products.reduce<Num>(add, 0);
  if (how === 'sum') return printNum(sum);
  const [first, ...rest] = values;
  if (first === undefined) return undefined;
  if (how === 'mean' && parameter !== undefined) return raised(values, weights, parsePrinted(String(parameter)) ?? 1);
  if (how === 'mean') {
    const mean = div(sum, weights.reduce<Num>(add, 0));
    return mean === undefined ? undefined : printNum(mean);
  }
  if (how === 'decay') {
    const weight = parsePrinted(String(parameter)) ?? 1;
    return printNum(rest.reduce((at, value) => add(mul(weight, value), mul(sub(1, weight), at)), first));
  }
  if (how === 'min') return printNum(rest.reduce(min, first));
  if (how === 'max') return printNum(rest.reduce(max, first));
  if (how === 'latest') return printNum(values.at(-1) ?? first);
  return how === 'first' ? printNum(first) : undefined;
}

/** The mean of another power, by its formula. */
function raised(values: readonly Num[], weights: readonly Num[], power: Num): string | undefined {
  const pairs = values.flatMap((value, index) => {
    const weight = weights[index] ?? 1;
    return weight === 0 ? [] : [{ value, weight }];
  });
  const [one] = pairs;
  if (one === undefined) return undefined;
  if (lte(power, 0) && pairs.some(({ value }) => value === 0)) return '0';
  if (pairs.every(({ value }) => eq(value, one.value))) return printNum(one.value);
  const total = pairs.map(({ weight }) => weight).reduce(add, 0);
  // Of a geometric mean, which is a root of a product, the logarithms give the same but for the last digits.
  if (power === 0) return undefined;
  const sum = pairs.map(({ value, weight }) => mul(weight, pow(value, power) ?? 0)).reduce(add, 0);
  const mean = pow(div(sum, total) ?? 0, div(1, power) ?? 1);
  return mean === undefined ? undefined : printNum(mean);
}
