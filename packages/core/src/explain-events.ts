import { fieldsOfMeasure, fieldsOfRule } from './explain/fields-read.js';
import type {
  AllLeftOut,
  IssuedReason,
  Reason,
  ReasonBody,
  ReasonEvent,
  ReasonField,
  ReasonMeasure,
  ReasonMember,
  ReasonStep,
} from './model/explanation.js';
import type { EditionModel } from './model/rubric.js';
import type { ViewReader } from './replay/reader.js';
import { show } from './replay/show.js';

/** The same reason, each of its events told with what the formula or the rule in question reads of it. */
export function withFields(reader: ViewReader, reason: Reason): Reason {
  const editions = new Map(reader.plan.editions.map(({ model }) => [model.edition, model]));
  return reasonWith({ reader, editions }, reason);
}

/** An event with what tells it from others of its type: the choices among its fields. */
export function withEventFields(reader: ViewReader, event: ReasonEvent): ReasonEvent {
  const { model } = reader.editionAt(reader.asOf);
  const fields = [...(model.events.get(event.type)?.fields.values() ?? [])];
  const names = fields.filter(({ kind }) => kind === 'choice').map(({ name }) => name);
  return eventWith({ reader, editions: new Map([[model.edition, model]]) }, event, model.edition, names);
}

interface Context {
  readonly reader: ViewReader;
  readonly editions: ReadonlyMap<string, EditionModel>;
}

function reasonWith(context: Context, reason: Reason): Reason {
  const { body, steps } = reason;
  return {
    ...reason,
    body: bodyWith(context, reason, body),
    steps: steps.map((step) => stepWith(context, reason.edition, step)),
  };
}

function bodyWith(context: Context, { indicator, edition }: Reason, body: ReasonBody): ReasonBody {
  switch (body.kind) {
    case 'formula': {
      const inputs = body.inputs.map((input) =>
        input.reason === null ? input : { ...input, reason: reasonWith(context, input.reason) },
      );
      return { ...body, inputs };
    }
    case 'measure': {
      const model = context.editions.get(edition)?.indicators.get(indicator);
      const read = model === undefined ? [] : fieldsOfMeasure(model);
      return { ...body, ...measureWith({ context, edition, read }, body) };
    }
    case 'told':
    case 'endless':
    case 'cut':
      return body;
  }
}

/** Of what edition a measure is, and which fields it reads. */
interface MeasureContext {
  readonly context: Context;
  readonly edition: string;
  readonly read: readonly string[];
}

function measureWith(within: MeasureContext, measure: ReasonMeasure): ReasonMeasure {
  const { context, edition, read } = within;
  const told = (event: ReasonEvent): ReasonEvent => eventWith(context, event, edition, read);
  const { after, before, leftOut, keysLeftOut, range, need } = measure;
  const behindWith = <T extends { readonly behind: readonly Reason[] }>(one: T): T => ({
    ...one,
    behind: one.behind.map((reason) => reasonWith(context, reason)),
  });
  const out = (all: AllLeftOut): AllLeftOut => ({
    ...all,
    members: all.members.map(({ event, ...rest }) => ({ ...behindWith(rest), event: event && told(event) })),
  });
  return {
    ...measure,
    ...(range === undefined ? {} : { range: behindWith(range) }),
    ...(need === undefined ? {} : { need: behindWith(need) }),
    ...(after === undefined ? {} : { after: told(after) }),
    ...(before === undefined ? {} : { before: told(before) }),
    members: measure.members.map((member) => memberWith(within, member)),
    ...(leftOut === undefined ? {} : { leftOut: out(leftOut) }),
    ...(keysLeftOut === undefined ? {} : { keysLeftOut: out(keysLeftOut) }),
  };
}

function memberWith(within: MeasureContext, member: ReasonMember): ReasonMember {
  const { context, edition, read } = within;
  const { event, rule, reasons, inner, behind } = member;
  const names = rule === null ? read : ruleReads(context, rule.edition, rule.name);
  return {
    ...member,
    event: event === null ? null : eventWith(context, event, rule?.edition ?? edition, names),
    reasons: reasons.map((reason) => reasonWith(context, reason)),
    ...(inner === undefined ? {} : { inner: measureWith(within, inner) }),
    ...(behind === undefined ? {} : { behind: behind.map((reason) => reasonWith(context, reason)) }),
  };
}

function issuedWith(context: Context, issued: IssuedReason): IssuedReason {
  const { rule, trigger, behind } = issued;
  return {
    ...issued,
    trigger: eventWith(context, trigger, rule.edition, ruleReads(context, rule.edition, rule.name)),
    behind: behind.map((reason) => reasonWith(context, reason)),
  };
}

function stepWith(context: Context, edition: string, step: ReasonStep): ReasonStep {
  if (step.kind !== 'limit') return step;
  return {
    ...step,
    event: eventWith(context, step.event, edition, ruleReads(context, edition, step.rule)),
    behind: step.behind.map((reason) => reasonWith(context, reason)),
  };
}

function ruleReads({ editions }: Context, edition: string, name: string): readonly string[] {
  const rule = editions.get(edition)?.rules.get(name);
  return rule === undefined ? [] : fieldsOfRule(rule);
}

function eventWith(context: Context, told: ReasonEvent, edition: string, names: readonly string[]): ReasonEvent {
  const { reader, editions } = context;
  const event = told.issued === undefined ? told : { ...told, issued: issuedWith(context, told.issued) };
  const ord = reader.view.positionOf(`${event.source}#${event.id}`);
  const known = editions.get(edition)?.events.get(event.type)?.fields;
  if (ord === undefined || known === undefined) return event;
  const fields = names.flatMap((name): ReasonField[] => {
    const field = known.get(name);
    if (field === undefined) return [];
    const value =
      field.kind === 'list'
        ? reader
            .list(ord, name)
            .map((item) => show(item, field.type) ?? '')
            .join(' ')
        : show(reader.field(ord, name), field.type);
    return [{ name, title: field.title ?? null, value }];
  });
  return { ...event, fields };
}
