import { evaluate } from './evaluate-formula.js';
import { amongChoices, listItems } from './fields.js';
import type { EffectModel } from './model.js';
import type { Trial } from './rules.js';
import { keyInScope, nameAround } from './scope.js';
import { type Keys, shown, type Value } from './values.js';
import type { Frame, Happening } from './world.js';

type Issue = Extract<EffectModel, { kind: 'issue' }>;

/** What a rule issues for a trigger (and member): one event, or one for each item that is known and fits, in their order. */
export async function issuedBy(trial: Trial, effect: Issue): Promise<readonly Happening[]> {
  if (effect.each === undefined)
    return (await isWanted(effect, trial.frame)) ? [await issued(trial, effect, trial.frame, '')] : [];
  const events: Happening[] = [];
  for (const [place, item] of (await itemsOf(effect.each, trial.frame)).entries()) {
    if (item === undefined) continue;
    const position = place + 1;
    const frame = { ...trial.frame, item, position };
    if (await isWanted(effect, frame)) events.push(await issued(trial, effect, frame, `#${position}`));
  }
  return events;
}

async function isWanted({ where }: Issue, frame: Frame): Promise<boolean> {
  return where === undefined || (await evaluate(where, frame)) === true;
}

async function itemsOf(each: NonNullable<Issue['each']>, frame: Frame): Promise<readonly Value[]> {
  if (each.kind === 'texts') return each.texts;
  return frame.event === undefined ? [] : listItems(frame.event, each.field, frame);
}

async function issued({ rule, member }: Trial, effect: Issue, frame: Frame, suffix: string): Promise<Happening> {
  const trigger = frame.event;
  if (trigger === undefined) throw new RangeError(`${rule.name} has no trigger`);
  const fields = new Map<string, Value>();
  const type = frame.edition.events.get(effect.type);
  for (const [name, formula] of effect.fields) {
    const field = type?.fields.get(name);
    const value = await evaluate(formula, frame);
    fields.set(name, field === undefined ? value : amongChoices(field, value));
  }
  return {
    id: `${rule.name}@${trigger.id}${member === undefined ? '' : `/${shown(member)}`}${suffix}`,
    source: trigger.source,
    type: effect.type,
    subject: await subjectOf(fields, trigger, frame),
    sequence: undefined,
    time: frame.now,
    recorded: frame.now,
    data: {},
    carried: undefined,
    issued: { fields, trigger },
  };
}

/** What the rule sets, else the member it is tried for or the trigger's own key, else the trigger's subject. */
async function subjectOf(fields: Keys, trigger: Happening, frame: Frame): Promise<string> {
  if (fields.has('subject')) return String(shown(fields.get('subject')) ?? '');
  const name = frame.edition.subject;
  const key = nameAround(name, frame) ?? (await keyInScope(name, frame));
  return key === undefined ? trigger.subject : String(shown(key));
}
