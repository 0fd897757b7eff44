import type { Sight, Witness } from '../model/analysis.js';
import { isJsonObject } from '../model/json.js';
import { eq } from '../model/num.js';
import { child } from '../model/problem.js';
import type { BandModel, StandingModel } from '../model/rubric.js';
import { type Box, EVERYTHING, overlap, remainder } from './box.js';
import { documentAt } from './document-at.js';
import { boxesOf, type Domain } from './normal-form.js';
import type { Span } from './number-set.js';
import type { Suspect } from './suspect.js';
import type { ValueSet } from './value-set.js';
import type { World } from './world.js';

/** Bands that no row can reach, rows that reach no band, and bands that cross. */
export function suspectBands(world: World): readonly Suspect[] {
  return [...world.edition.standings.values()].flatMap((standing) => {
    const bands = standing.bands.map((band, index) => readBand(world, standing, band, index));
    return [
      ...bands.flatMap((band) => unreachable(world, band, bands)),
      ...bands.flatMap((band) => crossing(world, band, bands)),
      ...withoutBand(world, standing, bands),
    ];
  });
}

interface Band {
  readonly model: BandModel;
  readonly standing: StandingModel;
  readonly pointer: string;
  readonly index: number;
  /** Undefined where there are too many to go on. */
  readonly boxes: readonly Box[] | undefined;
  /** The same, as it is written: without the bounds that values have of themselves. */
  readonly written: readonly Box[] | undefined;
}

function readBand(world: World, standing: StandingModel, model: BandModel, index: number): Band {
  const pointer = child(child(child('/standings', standing.name), 'bands'), index);
  const read = (domain: Domain): readonly Box[] | undefined =>
    model.where === undefined ? [EVERYTHING] : boxesOf(model.where.expr, domain);
  return { model, standing, pointer, index, boxes: read(world.domain([])), written: read(world.declared([])) };
}

/** What a band takes whatever there is of it. */
function taken({ model, boxes }: Band): readonly Box[] {
  return model.quota === undefined ? (boxes ?? []) : [];
}

function unreachable(world: World, band: Band, bands: readonly Band[]): readonly Suspect[] {
  const { model, standing, pointer, index, boxes } = band;
  const above = bands.slice(0, index);
  const left = boxes?.map((box) => remainder(box, above.flatMap(taken)));
  if (left === undefined || left.some((pieces) => pieces === undefined || pieces.length > 0)) return [];
  const others = boxes?.length === 0 ? [] : above.filter((other) => meets(other, band)).map((other) => other.model.id);
  const seen = others.length === 0 ? bands.filter((other) => other !== band).map((other) => other.model.id) : others;
  return [
    {
      code: 'band-never',
      pointer,
      names: [model.id, ...others],
      facts: { standing: standing.name, band: model.id, above: others.join(', ') },
      witnesses: function* () {
        for (const other of [...seen, null]) yield* ranked(world, standing, other);
      },
    },
  ];
}

function meets(a: Band, b: Band): boolean {
  return (a.boxes ?? []).some((one) => (b.boxes ?? []).some((other) => overlap(one, other) !== undefined));
}

/** A lower band that says where it ends, and yet reaches into one above it. */
function crossing(world: World, band: Band, bands: readonly Band[]): readonly Suspect[] {
  const { model, standing, pointer, index } = band;
  const other = bands
    .slice(0, index)
    .find((above) => above.model.quota === undefined && isBelow(band, above) && meets(above, band));
  if (other === undefined || unreachable(world, band, bands).length > 0) return [];
  return [
    {
      code: 'band-overlap',
      pointer,
      names: [model.id, other.model.id],
      facts: { standing: standing.name, band: model.id, above: other.model.id },
      witnesses: () => crossed(world, band, other),
    },
  ];
}

/** Whether some value, of which the one above says where it begins, must end for this one. */
function isBelow(band: Band, above: Band): boolean {
  const bounds = (boxes: readonly Box[] | undefined, end: 'low' | 'high'): readonly string[] => {
    const [first, ...rest] = (boxes ?? []).map((box) =>
      [...box].filter(([, { set }]) => hasEnd(set, end)).map(([key]) => key),
    );
    return (first ?? []).filter((key) => rest.every((keys) => keys.includes(key)));
  };
  const begun = bounds(above.written, 'low');
  return bounds(band.written, 'high').some((key) => begun.includes(key));
}

/** A single number is a condition of its own, and no end of anything. */
function hasEnd(set: ValueSet, end: 'low' | 'high'): boolean {
  return set.kind === 'line' && set.spans.every((span) => span[end] !== undefined && !isPoint(span));
}

function isPoint({ low, high }: Span): boolean {
  return low !== undefined && high !== undefined && eq(low, high);
}

/** A row that the band above takes, and that the lower band would take if it stood alone. */
function* crossed(world: World, { standing, model, pointer }: Band, above: Band): Generator<Witness> {
  const alone = documentAt(world.edition.document, pointer);
  if (!isJsonObject(alone)) return;
  const suppose = { rubric: { standings: { [standing.name]: { bands: [alone] } } } };
  const bands = [above.model.id, model.id] as const;
  for (const { events, lens } of ranked(world, standing, null)) {
    const sight: Sight = { kind: 'bands-both', standing: standing.name, subject: '', bands };
    yield { events, lens, against: { events, lens: { ...lens, suppose } }, sight };
  }
}

/** Rows with values for which no band is meant. One band alone is a distinction, and most are to be without it. */
function withoutBand(world: World, standing: StandingModel, bands: readonly Band[]): readonly Suspect[] {
  const always = bands.filter(({ model }) => model.quota === undefined);
  if (bands.length < 2 || always.length === 0 || always.some(({ boxes }) => boxes === undefined)) return [];
  const left = remainder(EVERYTHING, bands.flatMap(taken));
  if (left !== undefined && left.length === 0) return [];
  return [
    {
      code: 'no-band',
      pointer: child(child('/standings', standing.name), 'bands'),
      names: [standing.name],
      facts: { standing: standing.name },
      witnesses: () => ranked(world, standing, null),
    },
  ];
}

/** Ledgers with a row in this band. */
function* ranked(world: World, standing: StandingModel, band: string | null): Generator<Witness> {
  const { stories, feeds, lens } = world;
  for (const events of stories.about([...feeds.standing(standing.name)], standing.examples)) {
    yield { events, lens, sight: { kind: 'band', standing: standing.name, subject: '', band } };
  }
}
