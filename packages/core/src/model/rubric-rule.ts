import type { RuleExample } from './example.js';
import type { Condition, Formula } from './expr.js';
import type { Bilingual } from './problem.js';

export interface RuleModel {
  readonly name: string;
  readonly examples: readonly RuleExample[];
  readonly title: Bilingual | undefined;
  readonly basis: string | undefined;
  readonly on:
    | { readonly kind: 'events'; readonly types: readonly string[] }
    | { readonly kind: 'standing'; readonly standing: string };
  readonly for: string | undefined;
  readonly at: Formula | undefined;
  /** `all` of the short form and the tree. */
  readonly when: Condition;
  readonly unless: readonly string[];
  readonly overrides: readonly string[];
  /** The date that picks the edition; the trigger's day where absent. `lenient`: the most favourable of the editions in force from then to the reading. */
  readonly appliesBy: Formula | 'lenient' | undefined;
  readonly effect: EffectModel;
}

export type EffectModel =
  | { readonly kind: 'give'; readonly to: string; readonly points: Formula }
  | {
      readonly kind: 'issue';
      readonly type: string;
      readonly each: IssueEach | undefined;
      /** Which of them are issued; in the scope of the item. */
      readonly where: Formula | undefined;
      readonly fields: ReadonlyMap<string, Formula>;
      readonly consumes: readonly { readonly what: TargetModel; readonly as: string }[];
    }
  | { readonly kind: 'end'; readonly what: TargetModel; readonly as: string }
  | { readonly kind: 'void'; readonly what: TargetModel }
  | {
      readonly kind: 'limit';
      readonly indicator: string;
      readonly max: Formula | undefined;
      readonly min: Formula | undefined;
    }
  | {
      readonly kind: 'consequence';
      readonly what: string;
      readonly title: Bilingual | undefined;
      readonly to: string;
      readonly authority: string | undefined;
      readonly amount: Formula | undefined;
      readonly due: Formula | undefined;
      readonly recommendation: boolean;
    };

/** One event for each of these: the items of a list field of the trigger, or texts. */
export type IssueEach =
  | { readonly kind: 'list'; readonly field: string }
  | { readonly kind: 'texts'; readonly texts: readonly string[] };

/** `event`: the formula yields an event's reference. `items`: the members that the indicator takes. */
export type TargetModel =
  | { readonly kind: 'event'; readonly ref: Formula }
  | { readonly kind: 'items'; readonly indicator: string };
