/** Every meaning that outcomes were ever computed under, with the version of this package that had it first. None is ever removed. */
export const SEMANTICS_SINCE = { 1: '0.1.0' } as const;

export type Semantics = keyof typeof SEMANTICS_SINCE;

/** What numbers mean where neither a lens nor an edition asks for another meaning. */
export const SEMANTICS: Semantics = 1;

export function isSemantics(number: number): number is Semantics {
  return Object.hasOwn(SEMANTICS_SINCE, number);
}

/** The numbers there are, as messages list them: `1 (since 0.1.0)`. */
export function semanticsKnown(): string {
  return Object.entries(SEMANTICS_SINCE)
    .map(([number, since]) => `${number} (since ${since})`)
    .join(', ');
}
