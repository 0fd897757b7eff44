/** For each code of an area: how serious it is, and its sentence in both languages, made from the facts. */
export type Messages<F> = {
  readonly [C in keyof F]: Message<F[C]>;
};

export interface Message<F> {
  readonly severity?: 'warning';
  readonly en: (facts: F) => string;
  readonly zh: (facts: F) => string;
}
