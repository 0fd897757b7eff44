import type { EditionPlan } from '../model/plan.js';
import type { ProcedurePlan, StepPlan } from '../model/plan-procedure.js';
import type { Bilingual } from '../model/problem.js';

/** A thing by its title, or by its name where it has none. */
export function named(thing: { readonly title: Bilingual | undefined } | undefined, name: string): Bilingual {
  return thing?.title ?? { en: name, zh: name };
}

export function stepNamed({ model }: StepPlan): Bilingual {
  return named(model, model.name);
}

export function stateNamed({ model }: ProcedurePlan, state: string | undefined): Bilingual {
  return state === undefined ? { en: 'not opened', zh: '未立案' } : named(model.states.get(state), state);
}

export function rolesNamed(roles: readonly string[], { model }: EditionPlan): Bilingual {
  const titles = roles.map((role) => named(model.roles.get(role), role));
  return { en: titles.map(({ en }) => en).join(', '), zh: titles.map(({ zh }) => zh).join('、') };
}

/** The steps that can be taken, with who may: `Confirm (office); Reject (office)`. */
export function stepsNamed(steps: readonly StepPlan[], edition: EditionPlan): Bilingual {
  const parts = steps.map((step) => {
    const [title, roles] = [stepNamed(step), rolesNamed(step.model.roles, edition)];
    return { en: `${title.en} (${roles.en})`, zh: `${title.zh}（${roles.zh}）` };
  });
  return { en: parts.map(({ en }) => en).join('; '), zh: parts.map(({ zh }) => zh).join('；') };
}
