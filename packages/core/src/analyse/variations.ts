import type { Expr } from '../model/expr.js';
import type { Json, JsonObject } from '../model/json.js';
import type { EditionModel } from '../model/rubric.js';
import type { Box } from './box.js';
import { joined } from './condition-expr.js';
import { boxesOf, type Domain } from './normal-form.js';
import { oneOf, type Samples, samplesOf } from './sample.js';
import type { Slot } from './slot.js';
import type { ValueSet } from './value-set.js';

/** Different data for events of a type: plain, each value that something compares, and what meets each condition. */
export class Variations {
  readonly #samples: Samples;
  readonly #kept = new Map<string, readonly JsonObject[]>();

  constructor(
    readonly edition: EditionModel,
    readonly slots: readonly Slot[],
    readonly domainOf: (types: readonly string[]) => Domain,
  ) {
    this.#samples = samplesOf(edition, slots);
  }

  of(type: string): readonly JsonObject[] {
    const known = this.#kept.get(type) ?? this.#make(type);
    this.#kept.set(type, known);
    return known;
  }

  /** One after the other, again and again. */
  turn(type: string, turn: number): readonly JsonObject[] {
    const all = this.of(type);
    return all.slice(turn % all.length).slice(0, 1);
  }

  /** Data for which all of these hold, as far as they are about fields that are given; undefined where none can. */
  meeting(type: string, conditions: readonly Expr[]): JsonObject | undefined {
    const boxes = boxesOf(joined('&&', conditions), this.domainOf([type])) ?? [];
    return boxes.map((box) => this.inside(type, box)).find((values) => values !== undefined);
  }

  #make(type: string): readonly JsonObject[] {
    const found = new Map<string, JsonObject>();
    const note = (values: JsonObject): unknown => found.set(JSON.stringify(values), values);
    note({});
    for (const values of this.#solutions(type)) note(values);
    for (const field of this.edition.events.get(type)?.fields.values() ?? []) {
      if (field.is !== undefined) continue;
      const values: readonly Json[] = [
        ...(field.kind === 'flag' ? [true, false] : field.choices),
        ...(this.#samples.get(type)?.get(field.name) ?? []),
        ...(field.kind === 'number' ? [0, 10, 100] : []),
        ...(field.optional ? [null] : []),
      ];
      for (const value of values) note({ [field.name]: value });
    }
    return [...found.values()].slice(0, MOST);
  }

  *#solutions(type: string): Generator<JsonObject> {
    const domain = this.domainOf([type]);
    for (const { expr, types } of this.slots) {
      if (!types.includes(type) || expr.type !== 'flag') continue;
      for (const box of boxesOf(expr, domain)?.slice(0, 4) ?? []) {
        const values = this.inside(type, box);
        if (values !== undefined) yield values;
      }
    }
  }

  /** Data for which the box holds, as far as it is about fields that are given; undefined where there is none. */
  inside(type: string, box: Box): JsonObject | undefined {
    const fields = this.edition.events.get(type)?.fields;
    const values: Record<string, Json> = {};
    for (const { read, set } of box.values()) {
      const absent = absentField(read, set);
      if (absent !== undefined && fields?.get(absent)?.optional === true) values[absent] = null;
      const field = read.kind === 'field' ? fields?.get(read.name) : undefined;
      if (field === undefined || field.is !== undefined) continue;
      const value = oneOf(set, field);
      if (value === undefined) return undefined;
      values[field.name] = value;
    }
    return values;
  }
}

const MOST = 40;

/** The field that is not to be known. */
function absentField(read: Expr, set: ValueSet): string | undefined {
  const [arg] = read.kind === 'call' && read.name === 'known' ? read.args : [];
  return arg?.kind === 'field' && set.kind === 'names' && set.names.has('false') !== set.but ? arg.name : undefined;
}
