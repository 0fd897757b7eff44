import type { Sight, Witness } from '../model/analysis.js';
import type { Formula } from '../model/expr.js';
import { child } from '../model/problem.js';
import type { AwardModel, StandingModel } from '../model/rubric.js';
import { EVERYTHING, overlap } from './box.js';
import { documentAt } from './document-at.js';
import { boxesOf } from './normal-form.js';
import type { Suspect } from './suspect.js';
import type { World } from './world.js';

/** Quotas that do not say what a tie on their edge brings, and awards that do not say whether one can have both. */
export function suspectPlaces(world: World): readonly Suspect[] {
  return [...world.edition.standings.values()].flatMap((standing) => {
    const { name, bands, awards } = standing;
    const pointer = child('/standings', name);
    return [
      ...bands.flatMap(({ id, quota }, index) =>
        tie(world, standing, child(child(pointer, 'bands'), index), { band: id }, quota),
      ),
      ...awards.flatMap((award, index) => {
        const at = child(child(pointer, 'awards'), index);
        return [
          ...ungiven(world, standing, at, award),
          ...tie(world, standing, at, { award: award.id }, award.quota),
          ...shared(world, standing, at, award, awards.slice(0, index)),
        ];
      }),
    ];
  });
}

/** With an edge that is written out, the author has decided. */
function tie(
  world: World,
  standing: StandingModel,
  pointer: string,
  place: { readonly band: string } | { readonly award: string },
  quota: Formula | undefined,
): readonly Suspect[] {
  if (quota === undefined || documentAt(world.edition.document, child(pointer, 'edge')) !== undefined) return [];
  const isBand = 'band' in place;
  const code = isBand ? 'unresolved-tie' : 'unresolved-award';
  const id = isBand ? place.band : place.award;
  return [
    {
      code: 'tie-at-quota',
      pointer,
      names: [id],
      facts: { standing: standing.name, what: isBand ? 'band' : 'award', id },
      witnesses: function* () {
        for (const witness of crowded(world, standing, [2, 3, 6, 12]))
          yield { ...witness, sight: { kind: 'finding', code, facts: { ...place } } };
      },
    },
  ];
}

function ungiven(
  world: World,
  standing: StandingModel,
  pointer: string,
  { id, where }: AwardModel,
): readonly Suspect[] {
  if (where === undefined || boxesOf(where.expr, world.domain([]))?.length !== 0) return [];
  const sight: Sight = { kind: 'award-missed', standing: standing.name, subject: '', award: id };
  return [
    {
      code: 'award-never',
      pointer,
      names: [id],
      facts: { standing: standing.name, award: id },
      witnesses: function* () {
        for (const witness of crowded(world, standing, [1])) yield { ...witness, sight };
      },
    },
  ];
}

/** With `exclusive` written out, even empty, the author has decided. */
function shared(
  world: World,
  standing: StandingModel,
  pointer: string,
  award: AwardModel,
  before: readonly AwardModel[],
): readonly Suspect[] {
  if (documentAt(world.edition.document, child(pointer, 'exclusive')) !== undefined) return [];
  const others = before.filter((other) => canMeet(world, award, other));
  if (others.length === 0) return [];
  return [
    {
      code: 'award-overlap',
      pointer,
      names: [award.id, ...others.map(({ id }) => id)],
      facts: { standing: standing.name, award: award.id, others: others.map(({ id }) => id).join(', ') },
      witnesses: function* () {
        for (const witness of crowded(world, standing, [1, 2])) {
          for (const { id } of others) {
            const sight = { kind: 'awards', standing: standing.name, subject: '', awards: [id, award.id] } as const;
            yield { ...witness, sight };
          }
        }
      },
    },
  ];
}

function canMeet(world: World, a: AwardModel, b: AwardModel): boolean {
  const [one, other] = [a, b].map(({ where }) =>
    where === undefined ? [EVERYTHING] : boxesOf(where.expr, world.domain([])),
  );
  if (one === undefined || other === undefined) return true;
  return one.some((box) => other.some((against) => overlap(box, against) !== undefined));
}

/** The same story of so many subjects. */
function* crowded(
  world: World,
  { name, examples }: StandingModel,
  counts: readonly number[],
): Generator<Omit<Witness, 'sight'>> {
  const { stories, feeds, lens } = world;
  for (const story of stories.about([...feeds.standing(name)], examples)) {
    for (const count of counts) yield { events: stories.cast(story, count), lens };
  }
}
