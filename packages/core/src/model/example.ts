import type { Json } from './json.js';
import type { Bilingual } from './problem.js';

type Maybe<T> = T | undefined;

/** An event of an example: `id`, `source` and a time of day may be left out. */
export interface ExampleEvent {
  readonly id?: Maybe<string>;
  readonly source?: Maybe<string>;
  readonly type: string;
  readonly subject?: Maybe<string>;
  /** RFC 3339 with offset, or a day: its first instant in the rubric's zone. */
  readonly time: string;
  readonly recordedtime?: Maybe<string>;
  readonly sequence?: Maybe<string>;
  readonly data?: Maybe<{ readonly [field: string]: Json }>;
}

/** Events in, what must come out. */
export interface ExampleEvents {
  readonly title?: Maybe<Bilingual>;
  readonly events: readonly ExampleEvent[];
  readonly asOf?: Maybe<string>;
}

export interface RuleExample extends ExampleEvents {
  /** Whether the rule holds for the last event. */
  readonly holds?: Maybe<boolean>;
  /** What a `give` rule gives for the last event. */
  readonly points?: Maybe<string | number>;
}

export interface IndicatorExample extends ExampleEvents {
  readonly subject: string;
  readonly keys?: Maybe<{ readonly [key: string]: string | number }>;
  /** The value as outcomes show it; null is unknown. */
  readonly value: string | number | boolean | null;
}

export interface StandingExample extends ExampleEvents {
  readonly rows: {
    readonly [subject: string]: {
      readonly rank?: Maybe<number | null>;
      readonly band?: Maybe<string | null>;
      readonly awards?: Maybe<readonly string[]>;
    };
  };
}
