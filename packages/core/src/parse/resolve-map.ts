import { lte, type Num } from '../model/num.js';
import { child } from '../model/problem.js';
import type { MapStep } from '../model/rubric.js';
import type { IndicatorDocument, MapStepDocument } from './document.js';
import type { NumberSlot } from './document-slots.js';
import { formulaAt } from './formula.js';
import { type Scope, withIt } from './formula-scope.js';
import type { ValueType } from './formula-words.js';
import { numAt } from './numbers.js';
import type { Pass } from './world.js';

export interface MapRead {
  readonly steps: readonly MapStep[];
  readonly type: ValueType | undefined;
}

/** The steps that a value goes through, each on the result of the one before. */
export function mapAt(
  map: IndicatorDocument['map'],
  pointer: string,
  first: ValueType | undefined,
  scope: Scope,
  pass: Pass,
): MapRead {
  const list: readonly MapStepDocument[] = map === undefined ? [] : isList(map) ? map : [map];
  const steps: MapStep[] = [];
  let type = first;
  list.forEach((document, index) => {
    const at = map !== undefined && isList(map) ? child(pointer, index) : pointer;
    const step = stepAt(document, at, type, scope, pass);
    steps.push(step.model);
    type = step.type;
  });
  return { steps, type };
}

function isList(map: MapStepDocument | readonly MapStepDocument[]): map is readonly MapStepDocument[] {
  return Array.isArray(map);
}

interface StepRead {
  readonly model: MapStep;
  readonly type: ValueType | undefined;
}

function stepAt(step: MapStepDocument, pointer: string, it: ValueType | undefined, scope: Scope, pass: Pass): StepRead {
  if (typeof step !== 'object') {
    const read = formulaAt(pass, step, pointer, withIt(scope, it));
    return { model: { kind: 'formula', is: read.formula }, type: read.type };
  }
  const takesDates = step.kind === 'rank';
  if (it === 'text' || it === 'flag' || (it !== undefined && it !== 'number' && !takesDates)) {
    pass.report.add('map-type', pointer, { step: step.kind, found: it });
  }
  return { model: curve(step, pointer, scope, pass), type: 'number' };
}

function curve(step: MapStepDocument & object, pointer: string, scope: Scope, pass: Pass): MapStep {
  const num = (slot: NumberSlot, at: string) => numAt(slot, at, pass.report);
  switch (step.kind) {
    case 'round':
      return { kind: 'round', digits: step.digits, mode: step.mode ?? 'half-up' };
    case 'steps': {
      const steps = step.steps.map(({ from, value }, index) => {
        const at = child(child(pointer, 'steps'), index);
        return { from: num(from, child(at, 'from')), value: num(value, child(at, 'value')) };
      });
      sayRising(
        steps.map(({ from }) => from),
        child(pointer, 'steps'),
        pass,
      );
      return {
        kind: 'steps',
        steps,
        below: step.below === undefined ? undefined : num(step.below, child(pointer, 'below')),
      };
    }
    case 'linear': {
      const points = step.points.map(([x = 0, y = 0], index) => {
        const at = child(child(pointer, 'points'), index);
        return { x: num(x, child(at, 0)), y: num(y, child(at, 1)) };
      });
      sayRising(
        points.map(({ x }) => x),
        child(pointer, 'points'),
        pass,
      );
      return { kind: 'linear', points };
    }
    case 'rank':
      sayRank(step.among, child(pointer, 'among'), scope, pass);
      return { kind: 'rank', among: step.among, order: step.order ?? 'desc', ties: step.ties ?? 'standard' };
  }
}

function sayRising(limits: readonly Num[], pointer: string, pass: Pass): void {
  limits.forEach((limit, index) => {
    const before = limits[index - 1];
    if (before !== undefined && lte(limit, before))
      pass.report.add('curve-order', child(pointer, index), { place: index + 1 });
  });
}

function sayRank(among: string, pointer: string, scope: Scope, pass: Pass): void {
  const { world, report } = pass;
  const cohort = world.cohorts.get(among);
  if (cohort !== undefined && !scope.keys.has(cohort.of))
    report.add('rank-key', pointer, { cohort: among, key: cohort.of });
  if (cohort === undefined && !world.broken.has(among)) {
    report.add('cohort-unknown', pointer, { name: among, nearest: pass.report.near(among, world.cohorts.keys()) });
  }
}
