import { parseInstant } from '../model/calendar.js';
import type { CaseFile, Command } from '../model/case-file.js';
import type { CloudEvent } from '../model/event.js';
import type { Value } from '../model/expr.js';
import type { JsonObject } from '../model/json.js';
import type { LedgerEvent } from '../model/ledger.js';
import { parseNum } from '../model/num.js';
import type { StepPlan } from '../model/plan-procedure.js';
import type { Problem } from '../model/problem.js';
import type { FieldModel } from '../model/rubric.js';
import { decideProblem } from './decide-problem.js';
import type { Rules } from './procedure-edition.js';
import { idOf, Scene, sameValue } from './scene.js';
import { jsonOf, withField } from './set-field.js';

export interface Drafted {
  readonly event: CloudEvent;
  readonly problems: readonly Problem[];
}

/** The event that a command becomes: what is given, and what the step and the procedure write themselves. */
export function draftEvent(rules: Rules, step: StepPlan, file: CaseFile, command: Command): Drafted {
  const { id, source, at, sequence, data = {} } = command;
  const subject = file.entries[0]?.event.event.subject ?? command.subject;
  const bare: CloudEvent = {
    ...{ specversion: '1.0', id, source, type: step.model.event },
    ...(subject === undefined ? {} : { subject }),
    ...(sequence === undefined ? {} : { sequence }),
    time: at,
  };
  const given = handOf(bare, data);
  const problems: Problem[] = [];
  if (command.subject !== undefined && command.subject !== subject)
    problems.push(decideProblem('other-case', '/subject', { found: command.subject, expected: subject ?? '' }));
  let written = data;
  for (const { field, value } of writtenBy(rules, step, file, command, given)) {
    const there = rules.edition.types.get(bare.type)?.fields.get(field.name)?.plain?.(given);
    const json = value === undefined ? undefined : jsonOf(value, field.type);
    if (there !== undefined && !sameValue(there, value)) {
      const isCase = field.name === rules.procedure.model.case;
      const facts = { field: field.name, found: idOf(there) ?? '', expected: String(json ?? '–') };
      problems.push(decideProblem(isCase ? 'other-case' : 'field-fixed', `/data/${field.name}`, facts));
    }
    if (json !== undefined) written = withField(written, field.path, json);
  }
  return { event: { ...bare, data: written }, problems };
}

interface Written {
  readonly field: FieldModel;
  /** Unknown where what it is made of is not there: the event then has none. */
  readonly value: Value;
}

/**
 * The case, the actor, the role, and what the step sets, each where the event has a place for it.
 * Who has none of the roles is told so, and not that the role is missing.
 */
function writtenBy(
  { edition, procedure }: Rules,
  step: StepPlan,
  file: CaseFile,
  { by }: Command,
  hand: LedgerEvent,
): readonly Written[] {
  const { model } = procedure;
  const type = edition.model.events.get(step.model.event);
  const scene = new Scene(edition, file.entries, hand);
  const values = new Map<string, Value>([
    [model.case, type?.fields.get(model.case)?.type === 'number' ? parseNum(file.id) : file.id],
    [model.actor, by.actor],
    ...(model.role === undefined
      ? []
      : [[model.role, step.model.roles.find((role) => by.roles.includes(role)) ?? step.model.roles[0]] as const]),
    ...[...step.fields].map(([name, is]) => [name, scene.value(is)] as const),
  ]);
  return [...values].flatMap(([name, value]) => {
    const field = type?.fields.get(name);
    return field === undefined || field.is !== undefined ? [] : [{ field, value }];
  });
}

/** The event before it passes the door: only its envelope is read, and fields for comparison. */
function handOf(event: CloudEvent, data: JsonObject): LedgerEvent {
  const parsed = parseInstant(event.time);
  const time = 'instant' in parsed ? parsed.instant : Number.NaN;
  return { event, type: event.type, subject: event.subject ?? '', data, time, recorded: time };
}
