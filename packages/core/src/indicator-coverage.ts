import { cmp, type Num, parsePrinted, printNum } from './model/num.js';
import type { IndicatorModel, MapStep } from './model/rubric.js';
import type { ClauseCoverage, IndicatorCoverage } from './model/rubric-coverage.js';
import type { ReadingUse } from './replay/reading-use.js';
import { stepText } from './replay/trace-steps.js';

/** What the clauses of an indicator did, counted over its readings. */
export function indicatorCoverage(model: IndicatorModel, readings: readonly ReadingUse[]): IndicatorCoverage {
  return {
    indicator: model.name,
    title: model.title,
    code: model.code ?? null,
    basis: model.basis ?? null,
    readings: readings.length,
    unknown: readings.filter(({ reason }) => reason.value === null).length,
    clauses: [...takeClauses(model, readings), ...mapClauses(model, readings), ...otherwiseClause(model, readings)],
    bands: model.bands.map(({ id, title }) => ({
      id,
      title: title ?? null,
      basis: null,
      times: readings.filter(({ reason }) => bandOf(model, reason.value) === id).length,
    })),
  };
}

function takeClauses({ body }: IndicatorModel, readings: readonly ReadingUse[]): readonly ClauseCoverage[] {
  if (body.kind === 'formula') return [];
  const { window, keep, drop } = body.take;
  const sum = (count: (use: ReadingUse) => number): number => readings.reduce((total, use) => total + count(use), 0);
  const members = sum((use) => use.members);
  const inside = members - sum((use) => use.outside);
  const kept = inside - sum((use) => use.unkept);
  return [
    ...(window === undefined
      ? []
      : [{ kind: 'window' as const, text: windowText(window), times: members - inside, of: members }]),
    ...(body.need === undefined
      ? []
      : [
          {
            kind: 'need' as const,
            text: body.need.text,
            times: readings.filter((use) => use.lacking).length,
            of: readings.length,
          },
        ]),
    ...(keep === undefined
      ? []
      : [{ kind: 'keep' as const, text: `${keep.which} ${keep.n.text}`, times: sum((use) => use.unkept), of: inside }]),
    ...(drop === undefined ? [] : [{ kind: 'drop' as const, text: '', times: sum((use) => use.dropped), of: kept }]),
  ];
}

function windowText({ from, until }: { readonly from?: unknown; readonly until?: unknown }): string {
  const text = (formula: unknown): string =>
    typeof formula === 'object' && formula !== null && 'text' in formula ? String(formula.text) : '';
  return `${text(from)} … ${text(until)}`.trim();
}

/** Of each step, readings that it changed; of curves of steps, readings that stand on each. */
function mapClauses({ map }: IndicatorModel, readings: readonly ReadingUse[]): readonly ClauseCoverage[] {
  return map.flatMap((step, index) => {
    const taken = readings.flatMap(({ reason, plan }) => {
      const own = reason.steps.filter((one) => one.kind === 'map')[index];
      return own === undefined || plan.map[index] === undefined ? [] : [own];
    });
    const changed = taken.filter(({ before, after }) => before !== after).length;
    const whole: ClauseCoverage = { kind: 'map', text: stepText(step), times: changed, of: taken.length };
    return step.kind === 'steps'
      ? [
          whole,
          ...stepClauses(
            step,
            taken.map(({ before }) => before),
          ),
        ]
      : [whole];
  });
}

function stepClauses(
  { steps, below }: Extract<MapStep, { kind: 'steps' }>,
  values: readonly (string | boolean | null)[],
): readonly ClauseCoverage[] {
  const places = values.map((value) => {
    const number = typeof value === 'string' ? parsePrinted(value) : undefined;
    return number === undefined ? -2 : steps.findLastIndex(({ from }) => cmp(from, number) <= 0);
  });
  const count = (place: number): number => places.filter((one) => one === place).length;
  return [
    ...steps.map(
      ({ from, value }, place): ClauseCoverage => ({
        kind: 'step',
        text: `≥ ${printNum(from)}: ${printNum(value)}`,
        times: count(place),
        of: values.length,
      }),
    ),
    ...(below === undefined
      ? []
      : [{ kind: 'step' as const, text: `< : ${printNum(below)}`, times: count(-1), of: values.length }]),
  ];
}

function otherwiseClause({ otherwise }: IndicatorModel, readings: readonly ReadingUse[]): readonly ClauseCoverage[] {
  if (otherwise === undefined) return [];
  const times = readings.filter(({ reason }) => reason.steps.some(({ kind }) => kind === 'otherwise')).length;
  return [{ kind: 'otherwise', text: otherwise.text, times, of: readings.length }];
}

function bandOf({ bands }: IndicatorModel, value: string | boolean | null): string | undefined {
  const number: Num | undefined = typeof value === 'string' ? parsePrinted(value) : undefined;
  return number === undefined ? undefined : bands.find(({ from }) => from === undefined || cmp(from, number) <= 0)?.id;
}
