import type { Eval } from './plan.js';
import type { IssueEach } from './rubric.js';

export type EffectPlan =
  | { readonly kind: 'give' }
  | { readonly kind: 'limit' }
  | {
      readonly kind: 'issue';
      readonly type: string;
      readonly each: IssueEach | undefined;
      readonly where: Eval | undefined;
      readonly fields: ReadonlyMap<string, Eval>;
      readonly consumes: readonly { readonly what: TargetPlan; readonly as: string }[];
    }
  | { readonly kind: 'end'; readonly what: TargetPlan; readonly as: string }
  | { readonly kind: 'void'; readonly what: TargetPlan }
  | { readonly kind: 'consequence'; readonly amount: Eval | undefined; readonly due: Eval | undefined };

export type TargetPlan =
  | { readonly kind: 'event'; readonly ref: Eval }
  | { readonly kind: 'items'; readonly indicator: string };
