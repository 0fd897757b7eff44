import type { RubricDocument } from './parse/document.js';

/** Names that a rubric declares, as literal types; `string` where the rubric's type is not known. */
export type IndicatorId<R> = Names<R, 'indicators'>;
export type StandingId<R> = Names<R, 'standings'>;
export type KeyId<R> = Names<R, 'keys'>;
export type BandId<R, S extends string = StandingId<R>> = Ids<R, S, 'bands'>;
export type AwardId<R, S extends string = StandingId<R>> = Ids<R, S, 'awards'>;

/** The events of a rubric's vocabulary, discriminated by `type`, with their data typed. */
export type EventOf<R> = R extends { readonly vocabulary: { readonly events: infer Events } }
  ? { [T in keyof Events & string]: EventShape<T, DataOf<Events[T], R>> }[keyof Events & string]
  : EventShape<string, { readonly [field: string]: unknown }>;

export interface EventShape<T extends string, D> {
  readonly specversion?: '1.0';
  readonly id: string;
  readonly source: string;
  readonly type: T;
  readonly subject?: string;
  readonly time: string;
  readonly data?: D;
  readonly sequence?: string;
  readonly recordedtime?: string;
}

type Names<R, Part extends string> = R extends { readonly [P in Part]: infer Named } ? keyof Named & string : string;

type Ids<R, S extends string, Part extends 'bands' | 'awards'> = R extends { readonly standings: infer Standings }
  ? Standings extends { readonly [K in S]: infer Standing }
    ? Standing extends { readonly [P in Part]: readonly { readonly id: infer Id extends string }[] }
      ? Id
      : never
    : never
  : string;

type DataOf<E, R> = keyof FieldsOf<E, R> extends never ? Record<string, never> : DataOfFields<FieldsOf<E, R>, R>;

/** A type's own fields, and the common ones that it does not declare. */
type FieldsOf<E, R> = OwnOf<E> & Omit<CommonOf<R>, keyof OwnOf<E>>;

type OwnOf<E> = E extends { readonly fields: infer Fields } ? Fields : unknown;

type CommonOf<R> = R extends { readonly vocabulary: { readonly common: infer Common } } ? Common : unknown;

type DataOfFields<Fields, R> = Simplify<
  {
    readonly [F in keyof Fields as Fields[F] extends Computed | Optional ? never : F]: FieldValue<Fields[F], F, R>;
  } & {
    readonly [F in keyof Fields as Fields[F] extends Computed
      ? never
      : Fields[F] extends Optional
        ? F
        : never]?: FieldValue<Fields[F], F, R>;
  }
>;

interface Computed {
  readonly is: unknown;
}
interface Optional {
  readonly optional: true;
}

type FieldValue<Field, Name, R> = Field extends { readonly kind: 'number' }
  ? number | string
  : Field extends { readonly kind: 'flag' }
    ? boolean
    : Field extends { readonly kind: 'choice'; readonly of: readonly (infer Choice)[] }
      ? Choice
      : Field extends { readonly kind: 'list'; readonly items: 'number' }
        ? readonly (number | string)[]
        : Field extends { readonly kind: 'list' }
          ? readonly string[]
          : Field extends { readonly kind: 'key' }
            ? KeyValue<Name, R>
            : string;

type KeyValue<Name, R> = R extends { readonly keys: infer Keys }
  ? Name extends keyof Keys
    ? Keys[Name] extends { readonly type: 'number' }
      ? number
      : string
    : string
  : string | number;

type Simplify<T> = { [K in keyof T]: T[K] };

export type { RubricDocument };
