import { evaluate } from './evaluate-formula.js';
import { visible } from './events.js';
import { Fraction, ONE, ZERO } from './fraction.js';
import type { EffectModel, RuleModel } from './model.js';
import { ruleNames, type Version, versionHolds, versionsOf } from './rules.js';
import { agrees } from './scope.js';
import type { Value } from './values.js';
import type { Frame, Member } from './world.js';

/** What one edition makes of a rule for a trigger. */
interface Judged<Kind extends EffectModel['kind']> {
  readonly effect: Extract<EffectModel, { kind: Kind }> | undefined;
  readonly frame: Frame;
  readonly holds: boolean;
}

/** The points that rules give to this binding of an indicator: by trigger in canonical order, then by rule name. */
export async function givenMembers(indicator: string, frame: Frame): Promise<readonly Member[]> {
  const members: Member[] = [];
  for (const versions of await judged('give', (effect) => effect.to === indicator, frame)) {
    const offers: { held: boolean; value: Value; frame: Frame }[] = [];
    for (const { effect, frame: at, holds } of versions) {
      offers.push({ held: holds, value: holds && effect ? await evaluate(effect.points, at) : ZERO, frame: at });
    }
    const best = offers.reduce((a, b) => (isMore(b.value, a.value) ? b : a));
    if (best.held) members.push({ value: best.value, weight: ONE, sure: true, frame: best.frame });
  }
  return members;
}

/** The greatest `min` and the least `max` of all limits that hold for this binding. An unknown limit limits nothing. */
export async function limitsOf(indicator: string, frame: Frame): Promise<{ min: Value; max: Value }> {
  let min: Fraction | undefined;
  let max: Fraction | undefined;
  for (const versions of await judged('limit', (effect) => effect.indicator === indicator, frame)) {
    if (versions.some(({ holds }) => !holds)) continue;
    const last = versions.at(-1);
    const low = last?.effect?.min && (await evaluate(last.effect.min, last.frame));
    const high = last?.effect?.max && (await evaluate(last.effect.max, last.frame));
    if (low instanceof Fraction && (min === undefined || low.compare(min) > 0)) min = low;
    if (high instanceof Fraction && (max === undefined || high.compare(max) < 0)) max = high;
  }
  return { min, max };
}

/** Every rule with such an effect, for every trigger that agrees with the binding, judged at the reading instant. */
async function judged<Kind extends 'give' | 'limit'>(
  kind: Kind,
  fits: (effect: Extract<EffectModel, { kind: Kind }>) => boolean,
  frame: Frame,
): Promise<readonly (readonly Judged<Kind>[])[]> {
  const found: Judged<Kind>[][] = [];
  for (const event of await visible(frame)) {
    if (!(await agrees(event, frame))) continue;
    const at: Frame = { ...frame, event, keys: new Map(), passed: new Map(), around: undefined, it: undefined };
    for (const name of ruleNames(frame.world)) {
      const versions: Judged<Kind>[] = [];
      for (const version of await versionsOf(name, at)) {
        const effect = effectOf(version, kind, fits);
        const inside = { ...at, edition: version.edition };
        versions.push({ effect, frame: inside, holds: effect !== undefined && (await holdsAt(version, inside)) });
      }
      if (versions.some(({ effect }) => effect !== undefined)) found.push(versions);
    }
  }
  return found;
}

function effectOf<Kind extends EffectModel['kind']>(
  version: Version,
  kind: Kind,
  fits: (effect: Extract<EffectModel, { kind: Kind }>) => boolean,
): Extract<EffectModel, { kind: Kind }> | undefined {
  const effect = version.rule?.effect;
  return effect !== undefined && isKind(effect, kind) && fits(effect) ? effect : undefined;
}

function isKind<Kind extends EffectModel['kind']>(
  effect: EffectModel,
  kind: Kind,
): effect is Extract<EffectModel, { kind: Kind }> {
  return effect.kind === kind;
}

async function holdsAt(version: Version, frame: Frame): Promise<boolean> {
  const rule: RuleModel | undefined = version.rule;
  return rule !== undefined && versionHolds(rule, version.edition, { rule, frame, member: undefined });
}

function isMore(a: Value, b: Value): boolean {
  return a instanceof Fraction && (!(b instanceof Fraction) || a.compare(b) > 0);
}
