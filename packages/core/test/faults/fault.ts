/** A change of one source that must not go unnoticed. */
export interface Fault {
  /** What goes wrong, as a sentence. */
  readonly name: string;
  /** From `packages/core/src` on. */
  readonly file: string;
  /** A text that occurs once in the file. */
  readonly find: string;
  readonly replace: string;
  /** Test files, from `packages` on, of which one must fail; the quickest first. */
  readonly caughtBy: readonly string[];
}

/** The faults of one part of the engine, which the tests named catch unless a fault names others. */
export function faultsOf(
  caughtBy: readonly string[],
  ...faults: readonly (Omit<Fault, 'caughtBy'> & { readonly caughtBy?: readonly string[] })[]
): readonly Fault[] {
  return faults.map((fault) => ({ ...fault, caughtBy: fault.caughtBy ?? caughtBy }));
}
