import { child } from '../model/problem.js';
import type { MeasureModel, SourceModel } from '../model/rubric.js';
import { whereAt } from './condition-formula.js';
import type { MeasureDocument, SourceDocument } from './document.js';
import type { FormulaSlot, WhereSlot } from './document-slots.js';
import { type Checked, formulaAt } from './formula.js';
import { type Scope, withContext, withEvent, withKeys } from './formula-scope.js';
import type { ValueType } from './formula-words.js';
import { sayOlder } from './older-forms.js';
import { domainAt } from './resolve-domain.js';
import { partsAt } from './resolve-parts.js';
import { type ReduceName, reduceAt, reducedType, reduceName, sayWeight } from './resolve-reduce.js';
import { takeAt } from './resolve-take.js';
import { sayUnfit } from './take-unfit.js';
import { eventsOf, type Pass } from './world.js';

export interface MeasureRead {
  readonly model: MeasureModel;
  readonly type: ValueType | undefined;
}

/** What the members of a source are worth. */
interface SourceRead {
  readonly model: SourceModel;
  readonly type: ValueType | undefined;
  /** Where the members can be asked for their time. */
  readonly members: Scope;
}

/** A measure: members, which of them count, and how they are reduced to one value. */
export function measureAt(
  document: MeasureDocument,
  pointer: string,
  scope: Scope,
  pass: Pass,
  owner: string,
): MeasureRead {
  const reduce = reduceName(document.reduce);
  const at = child(pointer, 'reduce');
  const source = sourceAt(document.of, child(pointer, 'of'), scope, pass, reduce, owner);
  const counting = withContext(scope, 'size');
  const model: MeasureModel = {
    kind: 'measure',
    of: source.model,
    take: takeAt(document.take ?? {}, child(pointer, 'take'), scope, source.members, pass),
    reduce: reduceAt(document.reduce, at, scope, pass),
    missing: document.missing ?? 'unknown',
    need:
      document.need === undefined
        ? undefined
        : formulaAt(pass, document.need, child(pointer, 'need'), counting, ['number']).formula,
  };
  sayUnfit(document, source.type, pointer, pass);
  return { model, type: reducedType(reduce, source.type, at, pass) };
}

function sourceAt(
  document: SourceDocument,
  pointer: string,
  scope: Scope,
  pass: Pass,
  reduce: ReduceName,
  owner: string,
): SourceRead {
  const ask = (slot: FormulaSlot | undefined, key: string, inner: Scope): Checked | undefined =>
    slot === undefined
      ? undefined
      : formulaAt(pass, slot, child(pointer, key), inner, key === 'weight' ? ['number'] : []);
  const filter = (slot: WhereSlot | undefined, inner: Scope) =>
    slot === undefined ? undefined : whereAt(slot, child(pointer, 'where'), pass, inner);
  switch (document.kind) {
    case 'given':
      return { model: { kind: 'given' }, type: 'number', members: scope };
    case 'parts':
      return { model: partsAt(document.parts, reduce, pointer, scope, pass, owner), type: 'number', members: scope };
    case 'events': {
      const types = typesAt(document.type, child(pointer, 'type'), pass);
      const inner = withEvent(scope, eventsOf(pass.world, types));
      const value = ask(document.value, 'value', inner);
      if (value === undefined && reduce !== 'count')
        pass.report.add('value-missing', child(pointer, 'value'), { reduce });
      sayWeight(document.weight, reduce, child(pointer, 'weight'), pass);
      const weight = ask(document.weight, 'weight', inner)?.formula;
      const where = filter(document.where, inner);
      return {
        model: { kind: 'events', types, where, value: value?.formula, weight },
        type: value?.type,
        members: inner,
      };
    }
    case 'each':
      return eachAt(document, pointer, scope, pass, owner, { ask, filter, reduce });
  }
}

interface Slots {
  readonly ask: (slot: FormulaSlot | undefined, key: string, inner: Scope) => Checked | undefined;
  readonly filter: (slot: WhereSlot | undefined, inner: Scope) => ReturnType<typeof whereAt> | undefined;
  readonly reduce: ReduceName;
}

function eachAt(
  document: SourceDocument & { readonly kind: 'each' },
  pointer: string,
  scope: Scope,
  pass: Pass,
  owner: string,
  { ask, filter, reduce }: Slots,
): SourceRead {
  const { key } = document;
  const { world, report } = pass;
  if (!world.keys.has(key)) {
    if (!world.broken.has(key))
      report.add('key-unknown', child(pointer, 'key'), {
        name: key,
        nearest: pass.report.near(key, world.keys.keys()),
      });
  } else if (scope.keys.has(key)) report.add('each-key-bound', child(pointer, 'key'), { key });
  const inner = withKeys(scope, [key]);
  const at = child(pointer, 'value');
  const nested = typeof document.value === 'object' ? measureAt(document.value, at, inner, pass, owner) : undefined;
  const plain = typeof document.value === 'object' ? undefined : formulaAt(pass, document.value, at, inner);
  sayWeight(document.weight, reduce, child(pointer, 'weight'), pass);
  const model: SourceModel = {
    kind: 'each',
    key,
    domain: domainAt(document.in, child(pointer, 'in'), key, scope, pass),
    where: filter(document.where, inner),
    value: nested?.model ?? plain?.formula ?? { text: 'unknown', expr: { kind: 'unknown', type: 'number' } },
    weight: ask(document.weight, 'weight', inner)?.formula,
  };
  return { model, type: nested === undefined ? plain?.type : nested.type, members: inner };
}

/** Event types of the vocabulary; one that is not there is told with the nearest name. */
export function typesAt(type: string | readonly string[], pointer: string, pass: Pass): readonly string[] {
  const types = typeof type === 'string' ? [type] : type;
  types.forEach((name, index) => {
    const at = typeof type === 'string' ? pointer : child(pointer, index);
    sayOlder(name, at, pass);
    if (pass.world.events.has(name) || pass.world.broken.has(name)) return;
    pass.report.add('event-type-unknown', at, {
      type: name,
      nearest: pass.report.near(name, pass.world.events.keys()),
    });
  });
  return types;
}
