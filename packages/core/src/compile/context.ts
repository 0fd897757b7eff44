import type { CellPlan } from '../model/cells.js';
import type { Watch } from '../model/plan-watch.js';
import type { EditionModel } from '../model/rubric.js';

/** What compiling one edition needs to know besides the expression at hand. */
export interface CompileContext {
  readonly edition: EditionModel;
  readonly keyIndex: ReadonlyMap<string, number>;
  /** Fields that tests read as they stand; compiling adds to them. */
  readonly cells: CellPlan[];
  readonly watch: Watch | undefined;
}

export function keyOf(context: CompileContext, name: string): number {
  const index = context.keyIndex.get(name);
  if (index === undefined) throw new Error(`the checked rubric names an undeclared key: ${name}`);
  return index;
}
