import type { EventTypeModel } from '../model/rubric.js';
import type { ProcedureDocument } from './document-procedure.js';
import type { EventScope } from './formula-scope.js';
import type { Pass } from './world.js';

/** The pass over one procedure. */
export interface ProcedurePass extends Pass {
  readonly document: ProcedureDocument;
  readonly steps: ReadonlyMap<string, EventScope>;
  readonly events: ReadonlyMap<string, EventTypeModel>;
  /** By type, the fields that a case file cannot know. */
  readonly bound: ReadonlyMap<string, ReadonlySet<string>>;
}
