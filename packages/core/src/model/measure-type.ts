import type { ValueType } from './expr.js';
import type { MeasureModel, SourceModel } from './rubric.js';

/** The type of what a measure comes to. */
export function measureType(measure: MeasureModel): ValueType {
  return measure.reduce === 'latest' || measure.reduce === 'first' ? memberType(measure.of) : 'number';
}

/** The type of what the members of a source are worth. */
export function memberType(of: SourceModel): ValueType {
  switch (of.kind) {
    case 'events':
      return of.value?.expr.type ?? 'number';
    case 'each':
      return 'kind' in of.value ? measureType(of.value) : of.value.expr.type;
    case 'given':
    case 'parts':
      return 'number';
  }
}
