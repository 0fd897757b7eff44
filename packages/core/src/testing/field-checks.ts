import type { JsonObject } from '../model/json.js';
import type { Tape } from './tape.js';

/** At times the door looks at what is recorded. */
export function boundsFrom(tape: Tape): JsonObject {
  return tape.pick<JsonObject>([{}, {}, {}, { min: 0 }, { max: '7.5' }, { min: '-0.1', max: 5 }]);
}

/** Registered units may be named alone. */
export function ofUnits(tape: Tape, registers: boolean): JsonObject {
  return registers && tape.once(2) ? { of: 'unit' } : {};
}
