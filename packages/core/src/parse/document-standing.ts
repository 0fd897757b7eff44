import type { StandingExample } from '../model/example.js';
import type { Json } from '../model/json.js';
import type { Bilingual } from '../model/problem.js';
import type { FormulaSlot, NumberSlot, ThresholdDocument, TiesWord, WhereSlot } from './document-slots.js';

type Maybe<T> = T | undefined;

export interface StandingDocument {
  readonly title?: Maybe<Bilingual>;
  readonly among: string;
  readonly total?: Maybe<FormulaSlot>;
  readonly ties?: Maybe<TiesWord>;
  readonly unranked?: Maybe<UnrankedDocument | readonly UnrankedDocument[]>;
  readonly by: readonly ChainStepDocument[];
  readonly bands?: Maybe<readonly BandDocument[]>;
  readonly awards?: Maybe<readonly AwardDocument[]>;
  readonly hidden?: Maybe<boolean>;
  readonly examples?: Maybe<readonly StandingExample[]>;
}

/** `is`, `items` or `among`, and what belongs to it. */
export interface ChainStepDocument extends Omit<RankKeyDocument, 'among'> {
  readonly among?: Maybe<{ readonly types: readonly string[]; readonly fields: readonly string[] }>;
  readonly by?: Maybe<readonly RankKeyDocument[]>;
}

/** `is` or `items`, and what belongs to it; `among` is refused in such a place. */
export interface RankKeyDocument {
  readonly name?: Maybe<string>;
  readonly title?: Maybe<Bilingual>;
  readonly is?: Maybe<FormulaSlot>;
  readonly items?: Maybe<string>;
  readonly sort?: Maybe<'members' | 'best' | 'worst' | 'key'>;
  readonly reverse?: Maybe<boolean>;
  readonly depth?: Maybe<FormulaSlot>;
  readonly pad?: Maybe<NumberSlot>;
  readonly order?: Maybe<'desc' | 'asc'>;
  readonly unknown?: Maybe<'unranked' | 'first' | 'last' | 'skip'>;
  readonly if?: Maybe<FormulaSlot>;
  readonly among?: Maybe<Json>;
}

export interface UnrankedDocument {
  readonly where: WhereSlot;
  readonly label: string;
}

export type EdgeWord = 'decide' | 'extend' | 'skip' | 'next-key';

export interface BandDocument extends ThresholdDocument {
  readonly basis?: Maybe<string>;
  readonly where?: Maybe<WhereSlot>;
  readonly quota?: Maybe<FormulaSlot>;
  readonly edge?: Maybe<EdgeWord>;
  readonly then?: Maybe<readonly RankKeyDocument[]>;
  readonly plus?: Maybe<WhereSlot>;
}

export interface AwardDocument {
  readonly id: string;
  readonly title?: Maybe<Bilingual>;
  readonly basis?: Maybe<string>;
  readonly where?: Maybe<WhereSlot>;
  readonly by?: Maybe<readonly ChainStepDocument[]>;
  readonly quota?: Maybe<FormulaSlot>;
  readonly edge?: Maybe<EdgeWord | 'split'>;
  readonly then?: Maybe<readonly RankKeyDocument[]>;
  readonly exclusive?: Maybe<readonly string[]>;
}
