import type { AwardId, BandId, IndicatorId, StandingId } from './infer.js';
import { canonical } from './model/canonical.js';
import { sha256 } from './model/digest.js';
import type { Json, JsonObject } from './model/json.js';
import type { Lens } from './model/lens.js';
import type { Digests, Finding, StandingTable, SubjectFile } from './model/outcome.js';
import type { Semantics } from './model/semantics.js';
import { momentText } from './model/zone.js';
import { sortFindings } from './replay/findings.js';
import type { Session } from './replay/replay.js';
import { decisionFindings, standingsOf, tieFindings } from './replay/standings-outcome.js';
import { findingEvents, subjectsOf } from './replay/subjects-outcome.js';
import type { Rubric } from './rubric.js';

export type Standings<R> = { [S in StandingId<R>]: StandingTable<S, BandId<R, S>, AwardId<R, S>> }[StandingId<R>];

/** What a rubric makes of a ledger, seen through a lens. Parts are computed when first asked for, and never change. */
export interface Outcome<R = unknown> {
  readonly kind: 'outcome';
  readonly rubric: Rubric<R>;
  readonly lens: Lens;
  /** The moment that it shows, as a lens would ask for it: that of the latest event where the lens names none. */
  readonly asOf: string;
  /** What its numbers mean: it comes out the same under this number, whatever version computes it. */
  readonly semantics: Semantics;
  /** Every table of every standing that is not hidden. */
  readonly standings: readonly Standings<R>[];
  readonly subjects: { readonly [subject: string]: SubjectFile<IndicatorId<R>> };
  readonly findings: readonly Finding[];
  readonly digests: Digests;
  /** For `explain` and `diff`. */
  readonly session: Session;
}

export function outcomeOf<R>(rubric: Rubric<R>, lens: Lens, semantics: Semantics, session: Session): Outcome<R> {
  const { reader } = session;
  const standings = once(() => standingsOf(reader) as readonly Standings<R>[]);
  const subjects = once(() => subjectsOf(reader));
  const findings = once(() => {
    standings();
    subjects();
    const read = [...tieFindings(reader), ...decisionFindings(reader), ...findingEvents(reader)];
    return sortFindings([...session.findings(), ...read]);
  });
  const digests = once(() => digestsOf(session));
  return {
    kind: 'outcome',
    rubric,
    lens,
    asOf: momentText(reader.editionAt(reader.asOf).model.zone, reader.asOf),
    semantics,
    get standings() {
      return standings();
    },
    get subjects() {
      return subjects();
    },
    get findings() {
      return findings();
    },
    get digests() {
      return digests();
    },
    session,
  };
}

/** The outcome as one JSON document, described by `outcomeJsonSchema()`. */
export function outcomeDocument(outcome: Outcome): JsonObject {
  const { standings, subjects, findings, digests } = outcome;
  const body = { standings, subjects: { ...subjects }, findings };
  const document = {
    kind: 'outcome',
    rubric: outcome.rubric.id,
    semantics: outcome.semantics,
    lens: outcome.lens,
    ...body,
    digests: { ...digests, outcome: sha256(canonical(plain(body))) },
  };
  return plain(document) as JsonObject;
}

function plain(value: unknown): Json {
  return JSON.parse(JSON.stringify(value));
}

function digestsOf({ events, plan }: Session): Digests {
  const ledger = sha256(events.map(({ event }) => canonical(plain(event))).join('\n'));
  return { ledger, editions: Object.fromEntries(plan.editions.map(({ model }) => [model.edition, model.digest])) };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
