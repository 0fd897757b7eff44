import { commutativeIn } from './analyse/commutative.js';
import { monotoneIn } from './analyse/monotone.js';
import { analysisSentence } from './analyse/sentence.js';
import { sightText } from './analyse/sight-text.js';
import type { Suspect } from './analyse/suspect.js';
import { suspectsOf } from './analyse/suspects.js';
import type { Analysis, AnalysisFinding, Witness } from './model/analysis.js';
import { writtenAt } from './model/origin.js';
import type { EditionModel } from './model/rubric.js';
import type { Rubric } from './rubric.js';
import { Eyes } from './witness.js';

/**
 * Looks for what a rubric can hardly mean, and proves each finding by a small ledger on which it shows. What cannot be shown is
 * not told. A fault that an edition inherits is told once, where it was written, and of the latest edition. The same rubric always gives the same analysis.
 */
export function analyse(rubric: Rubric): Analysis {
  const eyes = new Eyes(rubric);
  const findings: AnalysisFinding[] = [];
  const tried = new Set<string>();
  for (const edition of rubric.model.editions.toReversed()) {
    for (const suspect of suspectsOf(rubric.model, edition)) {
      const pointer = writtenAt(edition.origin, suspect.pointer);
      const key = JSON.stringify([suspect.code, pointer, suspect.facts]);
      if (tried.has(key)) continue;
      tried.add(key);
      const witness = proofOf(suspect, eyes);
      if (witness !== undefined) findings.push(findingOf(suspect, edition, pointer, witness));
    }
  }
  return { findings, monotone: monotoneIn(rubric.model), commutative: commutativeIn(rubric.model) };
}

function findingOf(
  { code, names, facts }: Suspect,
  { edition }: EditionModel,
  pointer: string,
  witness: Witness,
): AnalysisFinding {
  const { level, message, fix } = analysisSentence(code, facts);
  return { code, level, edition, pointer, names, message, fix, facts, witness, shows: sightText(witness.sight) };
}

/** What may be spent on one suspect, and on all together; a rubric of twenty parts judges a ledger of six events for 200. */
const LIMITS = { looks: 2000, each: 20_000, all: 300_000 } as const;

/** The first witness that bites, made as small as it can be. */
function proofOf({ witnesses }: Suspect, eyes: Eyes): Witness | undefined {
  const limit = Math.min(LIMITS.all, eyes.cost + LIMITS.each);
  let looks = 0;
  for (const witness of witnesses()) {
    looks += 1;
    if (looks > LIMITS.looks || eyes.cost > limit) return undefined;
    if (eyes.see(witness) !== undefined) return seen(shrunk(witness, eyes), eyes);
  }
  return undefined;
}

/** Without each part that it can do without: halves, quarters, at last single events, the last ones first. */
function shrunk(witness: Witness, eyes: Eyes): Witness {
  const limit = eyes.cost + LIMITS.each;
  let small = witness;
  for (let size = Math.ceil(witness.events.length / 2); size > 0; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let end = small.events.length; end > 0 && eyes.cost < limit; end -= size) {
      const less = without(small, end - size, end);
      if (eyes.see(less) !== undefined) small = less;
    }
  }
  return small;
}

/** The same list of events stays one list on both sides. */
function without(witness: Witness, from: number, until: number): Witness {
  const { events, against } = witness;
  const left = events.filter((_, index) => index < from || index >= until);
  if (against === undefined) return { ...witness, events: left };
  const other = against.events === events ? left : against.events.filter((_, index) => index < from || index >= until);
  return { ...witness, events: left, against: { ...against, events: other } };
}

function seen(witness: Witness, eyes: Eyes): Witness {
  return { ...witness, sight: eyes.see(witness) ?? witness.sight };
}
