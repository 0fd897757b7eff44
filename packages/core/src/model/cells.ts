import type { Json } from './json.js';
import type { LedgerEvent } from './ledger.js';

/** A top-level field of the data of some types of events, which tests read as it stands in the JSON. */
export interface CellPlan {
  readonly name: string;
  readonly types: ReadonlySet<string>;
  readonly isNumber: boolean;
}

const NONE = new Float64Array(0);

type Values = readonly (Json | undefined)[];

/** The fields of one plan over one ledger, by their place in the plan and the position of the event. */
interface Laid {
  readonly numbers: readonly Float64Array[];
  readonly values: readonly Values[];
}

/** Where the values of one field go. */
interface Target {
  readonly name: string;
  readonly numbers: Float64Array | undefined;
  readonly values: (Json | undefined)[];
}

/**
 * Fields of events, laid out by position: a test that reads memory in sequence is several times as fast as one that
 * looks into every event's data. That takes as long as a replay, so it is done for who comes a second time.
 */
export class FieldCells {
  private readonly made = new WeakMap<readonly CellPlan[], Laid | 'asked'>();

  constructor(readonly events: readonly LedgerEvent[]) {}

  /** Undefined the first time. */
  of(plans: readonly CellPlan[]): Laid | undefined {
    const made = this.made.get(plans);
    if (typeof made === 'object') return made;
    const laid = made === undefined ? undefined : this.layOut(plans);
    this.made.set(plans, laid ?? 'asked');
    return laid;
  }

  private layOut(plans: readonly CellPlan[]): Laid {
    const { events } = this;
    const targets = plans.map(
      ({ name, isNumber }): Target => ({
        name,
        numbers: isNumber ? new Float64Array(events.length).fill(Number.NaN) : undefined,
        values: isNumber ? [] : new Array<Json | undefined>(events.length).fill(undefined),
      }),
    );
    const byType = new Map<string, readonly Target[]>();
    for (const type of new Set(plans.flatMap(({ types }) => [...types])))
      byType.set(
        type,
        targets.filter((_, cell) => plans[cell]?.types.has(type)),
      );
    for (let ord = 0; ord < events.length; ord += 1) {
      const event = events[ord];
      const own = event && byType.get(event.type);
      if (own === undefined) continue;
      for (let at = 0; at < own.length; at += 1) {
        const target = own[at];
        const value = target && event?.data[target.name];
        if (target?.numbers === undefined) {
          if (target !== undefined) target.values[ord] = value;
        } else if (typeof value === 'number') target.numbers[ord] = value;
      }
    }
    return { numbers: targets.map(({ numbers }) => numbers ?? NONE), values: targets.map(({ values }) => values) };
  }
}

/** What tests read of recorded events. */
export class Cells {
  private readonly laid: Laid | undefined;

  constructor(
    private readonly plans: readonly CellPlan[],
    private readonly fields: FieldCells,
  ) {
    this.laid = plans.length === 0 ? undefined : fields.of(plans);
  }

  /** Not a number where the field is none in JSON, and for derived events. */
  number(cell: number, ord: number): number {
    if (this.laid !== undefined) return this.laid.numbers[cell]?.[ord] ?? Number.NaN;
    const value = this.read(cell, ord);
    return typeof value === 'number' ? value : Number.NaN;
  }

  /** Undefined where the field is not there, and for derived events. */
  value(cell: number, ord: number): Json | undefined {
    return this.laid === undefined ? this.read(cell, ord) : this.laid.values[cell]?.[ord];
  }

  private read(cell: number, ord: number): Json | undefined {
    const name = this.plans[cell]?.name;
    return name === undefined ? undefined : this.fields.events[ord]?.data[name];
  }
}
