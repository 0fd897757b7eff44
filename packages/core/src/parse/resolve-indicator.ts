import { child } from '../model/problem.js';
import type { BodyModel, IndicatorModel } from '../model/rubric.js';
import type { IndicatorDocument } from './document.js';
import { formulaAt } from './formula.js';
import { keyScope, type Scope, withIt } from './formula-scope.js';
import type { ValueType } from './formula-words.js';
import { numAt } from './numbers.js';
import { thresholdsAt } from './resolve-bands.js';
import { mapAt } from './resolve-map.js';
import { measureAt } from './resolve-measure.js';
import type { Pass } from './world.js';

/** One indicator; its type is noted for those that read it. */
export function resolveIndicator(name: string, document: IndicatorDocument, pass: Pass): IndicatorModel {
  const pointer = child('/indicators', name);
  const { per = [], with: passes = [], otherwise, full } = document;
  sayKeys(per, child(pointer, 'per'), pass);
  const scope = keyScope(per, passes);
  const body = bodyAt(name, document, pointer, scope, pass);
  const map = mapAt(document.map, child(pointer, 'map'), body.type, scope, pass);
  const wanted = map.type === undefined ? [] : [map.type];
  const fallback =
    otherwise === undefined
      ? undefined
      : formulaAt(pass, otherwise, child(pointer, 'otherwise'), withIt(scope, map.type), wanted);
  const type = noteType(name, map.type ?? fallback?.type, pass);
  const at = child(pointer, 'bands');
  const thresholds = thresholdsAt(document.bands ?? [], at, true, pass);
  if (document.bands !== undefined && type !== 'number') pass.report.add('bands-type', at, { name, found: type });
  return {
    name,
    code: document.code,
    title: document.title ?? { en: name, zh: name },
    basis: document.basis,
    unit: document.unit,
    full: full === undefined ? undefined : numAt(full, child(pointer, 'full'), pass.report),
    type,
    per,
    with: passes.map((passed) => ({ name: passed, type: pass.world.types.passed.get(passed) ?? 'number' })),
    body: body.model,
    map: map.steps,
    otherwise: fallback?.formula,
    bands: (document.bands ?? []).map(({ id, title }, index) => ({ id, title, from: thresholds[index]?.from })),
    hidden: document.hidden ?? false,
    examples: document.examples ?? [],
  };
}

/** Readers take the type that was found last; passes are repeated until it stays. */
function noteType(name: string, type: ValueType | undefined, pass: Pass): ValueType {
  const { indicators } = pass.world.types;
  if (type !== undefined) indicators.set(name, type);
  return type ?? indicators.get(name) ?? 'number';
}

interface BodyRead {
  readonly model: BodyModel;
  readonly type: ValueType | undefined;
}

const NOTHING: BodyModel = { kind: 'formula', is: { text: 'unknown', expr: { kind: 'unknown', type: 'number' } } };

function bodyAt(name: string, document: IndicatorDocument, pointer: string, scope: Scope, pass: Pass): BodyRead {
  const { is, of, reduce } = document;
  const measures = (['take', 'reduce', 'missing', 'need'] as const).filter((key) => document[key] !== undefined);
  if (of !== undefined && is === undefined) {
    if (reduce === undefined) {
      pass.report.add('missing-key', child(pointer, 'reduce'), { key: 'reduce' });
      return { model: NOTHING, type: undefined };
    }
    return measureAt({ ...document, of, reduce }, pointer, scope, pass, name);
  }
  if (is === undefined || of !== undefined) {
    pass.report.add('indicator-body', pointer, { name, found: is === undefined ? 0 : 2 });
    return { model: NOTHING, type: undefined };
  }
  for (const key of measures) pass.report.add('formula-with-measure', child(pointer, key), { key });
  const read = formulaAt(pass, is, child(pointer, 'is'), scope);
  return { model: { kind: 'formula', is: read.formula }, type: read.type };
}

/** Names of keys, each declared and given once. */
export function sayKeys(keys: readonly string[], pointer: string, pass: Pass): void {
  const { world, report } = pass;
  keys.forEach((key, index) => {
    const at = child(pointer, index);
    if (keys.indexOf(key) !== index) report.add('duplicate-id', at, { id: key });
    else if (!world.keys.has(key) && !world.broken.has(key)) {
      report.add('key-unknown', at, { name: key, nearest: pass.report.near(key, world.keys.keys()) });
    }
  });
}
