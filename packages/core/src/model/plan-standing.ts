import type { Expr } from './expr.js';
import type { Eval } from './plan.js';
import type { AmongBlock, AwardModel, BandModel, FormulaKey, ListKey, StandingModel } from './rubric.js';

export interface StandingPlan {
  readonly model: StandingModel;
  readonly unranked: readonly { readonly where: Eval; readonly label: string }[];
  readonly total: Eval;
  readonly by: ChainPlan;
  readonly bands: readonly BandPlan[];
  readonly awards: readonly AwardPlan[];
}

/** The steps of an order, and all keys in them as they are listed. */
export interface ChainPlan {
  readonly steps: readonly ChainStepPlan[];
  readonly keys: readonly RankKeyPlan[];
}

export type ChainStepPlan =
  | RankKeyPlan
  | {
      readonly kind: 'among';
      readonly model: AmongBlock;
      readonly keys: readonly RankKeyPlan[];
      readonly if: Eval | undefined;
    };

/** `if` is read in the table. */
export type RankKeyPlan =
  | { readonly kind: 'is'; readonly model: FormulaKey; readonly is: Eval; readonly if: Eval | undefined }
  /** `passes`: what the indicator is passed, read in a row. `depth` is read in the table. */
  | {
      readonly kind: 'items';
      readonly model: ListKey;
      readonly passes: readonly Eval[];
      readonly depth: Eval | undefined;
      readonly if: Eval | undefined;
    };

/** `conjuncts`: the parts of `where` that must all be true, for reasons. */
export interface BandPlan {
  readonly model: BandModel;
  readonly where: Eval | undefined;
  readonly conjuncts: readonly { readonly expr: Expr; readonly test: Eval }[];
  readonly quota: Eval | undefined;
  /** Whether the quota asks how many have been taken. */
  readonly asksTaken: boolean;
  readonly edgeKeys: readonly RankKeyPlan[];
  readonly plus: Eval | undefined;
}
export interface AwardPlan {
  readonly model: AwardModel;
  readonly where: Eval | undefined;
  readonly conjuncts: BandPlan['conjuncts'];
  readonly by: ChainPlan;
  readonly quota: Eval | undefined;
  /** Whether the quota asks how many have been taken. */
  readonly asksTaken: boolean;
  readonly edgeKeys: readonly RankKeyPlan[];
}
