import type { Bilingual } from '../model/problem.js';
import type { FormulaSlot, OneOrMany } from './document-slots.js';

type Named<T> = { readonly [name: string]: T };
type Maybe<T> = T | undefined;

export interface NamedDocument {
  readonly title?: Maybe<Bilingual>;
}

export interface ProcedureDocument {
  readonly title?: Maybe<Bilingual>;
  readonly basis?: Maybe<string>;
  readonly case: string;
  readonly actor: string;
  readonly role?: Maybe<string>;
  readonly states: Named<NamedDocument>;
  readonly steps: Named<StepDocument>;
}

export interface StepDocument {
  readonly title?: Maybe<Bilingual>;
  readonly basis?: Maybe<string>;
  readonly from?: Maybe<OneOrMany>;
  readonly to?: Maybe<string>;
  readonly event: string;
  readonly roles: readonly string[];
  readonly only?: Maybe<readonly string[]>;
  readonly not?: Maybe<readonly string[]>;
  readonly needs?: Maybe<readonly string[]>;
  readonly fields?: Maybe<Named<FormulaSlot>>;
  readonly by?: Maybe<FormulaSlot>;
  readonly late?: Maybe<'refused' | 'allowed'>;
  readonly must?: Maybe<Named<MustDocument>>;
}

export interface MustDocument {
  readonly title?: Maybe<Bilingual>;
  readonly is: FormulaSlot;
}
