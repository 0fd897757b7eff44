/** A clock that stands still until a law moves it. */
export interface Clock {
  readonly now: () => number;
  /** May jump back, as the clocks of machines do. */
  set(instant: string): void;
  advance(ms: number): void;
}

export function clockAt(instant: string): Clock {
  let at = Date.parse(instant);
  return {
    now: () => at,
    set: (to) => {
      at = Date.parse(to);
    },
    advance: (ms) => {
      at += ms;
    },
  };
}
