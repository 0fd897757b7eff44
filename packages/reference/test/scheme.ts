import type {
  AwardModel,
  BandModel,
  CohortModel,
  Condition,
  EditionModel,
  EventTypeModel,
  Expr,
  FieldModel,
  Formula,
  FormulaKey,
  IndicatorModel,
  ListKey,
  MeasureModel,
  Operand,
  RubricModel,
  RuleModel,
  StandingModel,
  TableModel,
  Test,
} from '../src/model.js';
import { decimal, formula, type Names } from './formula.js';

/** Writes the parts of a rubric model by hand, with everything that a test does not speak of left at its default. */
export interface Writer {
  readonly f: (text: string) => Formula;
  readonly when: (json: Json) => Condition;
  /** `'number'`, `'key'`, `'list'` …, or `'number = formula'` for a computed field. */
  readonly event: (
    fields: { readonly [name: string]: string },
    more?: Partial<EventTypeModel>,
  ) => Omit<EventTypeModel, 'type'>;
  readonly measure: (of: MeasureModel['of'], more?: Partial<MeasureModel>) => MeasureModel;
  readonly events: (type: string, value?: string, where?: string, weight?: string) => MeasureModel['of'];
  readonly indicator: (
    per: readonly string[],
    body: string | MeasureModel,
    more?: Partial<IndicatorModel>,
  ) => Partial<IndicatorModel>;
  readonly rule: (on: string, effect: RuleModel['effect'], when: Json, more?: Partial<RuleModel>) => Partial<RuleModel>;
  readonly key: (is: string, more?: Partial<FormulaKey>) => FormulaKey;
  readonly list: (items: string, more?: Partial<ListKey>) => ListKey;
  readonly band: (id: string, more?: Partial<BandModel>) => BandModel;
  readonly award: (id: string, more?: Partial<AwardModel>) => AwardModel;
}

export type Json = { readonly [name: string]: unknown };

export interface Parts {
  readonly edition?: string;
  readonly from?: number;
  readonly period?: EditionModel['period'];
  readonly events?: { readonly [type: string]: Omit<EventTypeModel, 'type'> };
  readonly tables?: readonly TableModel[];
  readonly cohorts?: readonly CohortModel[];
  readonly indicators?: { readonly [name: string]: Partial<IndicatorModel> };
  readonly rules?: { readonly [name: string]: Partial<RuleModel> };
  readonly standings?: { readonly [name: string]: Partial<StandingModel> };
}

const TITLE = { en: 'a', zh: '一' };
const KEYS = { pupil: 'text', term: 'number', group: 'text', item: 'text', card: 'text' } as const;

/** A rubric about pupils, in UTC, with the keys above. `known` are the names that formulas may use besides keys. */
export function scheme(known: Partial<Names>, write: (writer: Writer) => Parts | readonly Parts[]): RubricModel {
  const none: Names = {
    keys: Object.keys(KEYS),
    fields: [],
    passed: [],
    indicators: new Map(),
    standings: [],
    tables: [],
  };
  const parts = write(writer({ ...none, ...known }));
  const editions = (Array.isArray(parts) ? parts : [parts]).map((each: Parts) => editionOf(each));
  return { id: 'scheme', title: TITLE, editions };
}

/** Indicators by name, none of which is passed anything. */
export function named(...names: readonly string[]): Names['indicators'] {
  return new Map(names.map((name) => [name, []]));
}

function editionOf(parts: Parts): EditionModel {
  const keys = Object.entries(KEYS).map(([name, type]) => [name, { name, title: undefined, type }] as const);
  return {
    edition: parts.edition ?? '1',
    digest: '',
    document: {},
    origin: { at: '', parts: new Map() },
    basis: undefined,
    semantics: undefined,
    from: parts.from ?? 0,
    zone: { name: 'UTC', offsets: [{ from: Number.NEGATIVE_INFINITY, minutes: 0 }] },
    calendars: new Map(),
    subject: 'pupil',
    keys: new Map(keys),
    period: parts.period,
    events: new Map(Object.entries(parts.events ?? {}).map(([type, event]) => [type, { ...event, type }])),
    tables: new Map((parts.tables ?? []).map((table) => [table.name, table])),
    cohorts: new Map((parts.cohorts ?? []).map((cohort) => [cohort.name, cohort])),
    indicators: new Map(
      Object.entries(parts.indicators ?? {}).map(([name, model]) => [name, indicatorOf(name, model)]),
    ),
    rules: new Map(Object.entries(parts.rules ?? {}).map(([name, model]) => [name, ruleOf(name, model)])),
    standings: new Map(Object.entries(parts.standings ?? {}).map(([name, model]) => [name, standingOf(name, model)])),
    roles: new Map(),
    procedures: new Map(),
  };
}

function writer(names: Names): Writer {
  const f = (text: string): Formula => formula(text, names);
  const maybe = (text: string | undefined): Formula | undefined => (text === undefined ? undefined : f(text));
  return {
    f,
    when: (json) => conditionOf(json, (text) => f(text).expr),
    event: (fields, more) => ({
      title: undefined,
      fields: new Map(Object.entries(fields).map(([name, text]) => [name, fieldOf(name, text, f)])),
      effective: undefined,
      appliesBy: undefined,
      registers: false,
      finding: false,
      card: undefined,
      becomes: undefined,
      ...more,
    }),
    measure: (of, more) => ({
      kind: 'measure',
      of,
      take: { window: undefined, keep: undefined, drop: undefined },
      reduce: 'sum',
      missing: 'unknown',
      need: undefined,
      ...more,
    }),
    events: (type, value, where, weight) => ({
      kind: 'events',
      types: [type],
      where: maybe(where),
      value: maybe(value),
      weight: maybe(weight),
    }),
    indicator: (per, body, more) => ({
      per,
      body: typeof body === 'string' ? { kind: 'formula', is: f(body) } : body,
      ...more,
    }),
    rule: (on, effect, when, more) => ({
      on: names.standings.includes(on) ? { kind: 'standing', standing: on } : { kind: 'events', types: on.split(' ') },
      effect,
      when: conditionOf(when, (text) => f(text).expr),
      ...more,
    }),
    key: (is, more) => ({
      kind: 'is',
      name: is,
      title: undefined,
      is: f(is),
      order: 'desc',
      unknown: 'unranked',
      if: undefined,
      ...more,
    }),
    list: (name, more) => ({
      kind: 'items',
      name,
      title: undefined,
      items: { kind: 'indicator', type: 'number', name, args: [], passes: [] },
      sort: 'members',
      reverse: false,
      depth: undefined,
      pad: undefined,
      order: 'desc',
      unknown: 'last',
      if: undefined,
      ...more,
    }),
    band: (id, more) => ({
      id,
      title: undefined,
      basis: undefined,
      where: undefined,
      quota: undefined,
      edge: 'decide',
      edgeKeys: [],
      plus: undefined,
      ...more,
    }),
    award: (id, more) => ({
      id,
      title: undefined,
      basis: undefined,
      where: undefined,
      by: [],
      quota: undefined,
      edge: 'decide',
      edgeKeys: [],
      exclusive: [],
      ...more,
    }),
  };
}

function fieldOf(name: string, text: string, f: (text: string) => Formula): FieldModel {
  const [kind = '', is] = text.split(' = ');
  const number = kind === 'number' || (kind === 'key' && name === 'term');
  const type = kind === 'date' || kind === 'flag' || kind === 'instant' ? kind : number ? 'number' : 'text';
  const more = {
    title: undefined,
    unit: undefined,
    optional: false,
    choices: [],
    min: undefined,
    max: undefined,
    refersTo: undefined,
  };
  return {
    name,
    kind: kind as FieldModel['kind'],
    type,
    ...more,
    is: is === undefined ? undefined : f(is),
    path: [name],
  };
}

function conditionOf(json: Json, read: (text: string) => Expr): Condition {
  const inside = (list: unknown) => (Array.isArray(list) ? list.map((each: Json) => conditionOf(each, read)) : []);
  if ('all' in json) return { kind: 'all', of: inside(json.all) };
  if ('any' in json) return { kind: 'any', of: inside(json.any) };
  if ('not' in json) return { kind: 'not', of: conditionOf(json.not as Json, read) };
  const operator = json.operator as Test['operator'];
  return {
    kind: 'test',
    fact: String(json.fact),
    read: read(String(json.fact)),
    operator,
    value: operandOf(json.value, read),
  };
}

function operandOf(value: unknown, read: (text: string) => Expr): Operand {
  if (value === undefined) return { kind: 'none' };
  if (Array.isArray(value)) return { kind: 'list', items: value.map(literal) };
  if (typeof value === 'object' && value !== null && 'fact' in value)
    return { kind: 'expr', expr: read(String(value.fact)) };
  return { kind: 'expr', expr: literal(value) };
}

function literal(value: unknown): Expr {
  if (typeof value === 'string') return { kind: 'literal', type: 'text', value };
  if (typeof value === 'boolean') return { kind: 'literal', type: 'flag', value };
  return { kind: 'literal', type: 'number', value: decimal(String(value)) };
}

function indicatorOf(name: string, model: Partial<IndicatorModel>): IndicatorModel {
  const bare = {
    code: undefined,
    title: TITLE,
    basis: undefined,
    unit: undefined,
    full: undefined,
    type: 'number',
    per: [],
    with: [],
  } as const;
  const body = { kind: 'formula', is: { text: 'unknown', expr: { kind: 'unknown', type: 'number' } } } as const;
  return { name, examples: [], ...bare, body, map: [], otherwise: undefined, bands: [], hidden: false, ...model };
}

function ruleOf(name: string, model: Partial<RuleModel>): RuleModel {
  const on = { kind: 'events', types: [] } as const;
  const effect = { kind: 'void', what: { kind: 'items', indicator: '' } } as const;
  const bare = { title: undefined, basis: undefined, on, for: undefined, at: undefined, unless: [], overrides: [] };
  return { name, examples: [], ...bare, when: { kind: 'all', of: [] }, appliesBy: undefined, effect, ...model };
}

function standingOf(name: string, model: Partial<StandingModel>): StandingModel {
  const unknown: Formula = { text: 'unknown', expr: { kind: 'unknown', type: 'number' } };
  const by = model.by ?? [];
  const bare = {
    title: TITLE,
    among: '',
    unranked: [],
    by,
    ties: 'standard',
    bands: [],
    awards: [],
    hidden: false,
  } as const;
  return { name, examples: [], ...bare, total: by[0]?.kind === 'is' ? by[0].is : unknown, ...model };
}
