import { extendLedger, parseEvents } from '../../src/ledger.js';
import { canonical } from '../../src/model/canonical.js';
import type { CloudEvent } from '../../src/model/event.js';
import type { Json, JsonObject } from '../../src/model/json.js';
import type { Ledger } from '../../src/model/ledger.js';
import type { Lens } from '../../src/model/lens.js';
import type { Problem, Result } from '../../src/model/problem.js';
import { outcomeDocument } from '../../src/outcome.js';
import { replay } from '../../src/replay.js';
import { parseRubric, type Rubric } from '../../src/rubric.js';
import type { Scheme } from '../../src/testing/index.js';

export interface Read {
  readonly rubric: Rubric;
  readonly ledger: Ledger;
}

/** A generated case is valid by construction, so a problem here is a mistake of the generator or of the parser. */
export function read({ rubric, events }: Scheme): Read {
  const parsed = checked(parseRubric(rubric));
  return { rubric: parsed, ledger: checked(parseEvents(parsed, events)) };
}

export function withMore({ rubric, ledger }: Read, events: readonly CloudEvent[]): Ledger {
  return checked(extendLedger(rubric, ledger, events));
}

/** The outcome as bytes. */
export function bytes({ rubric, ledger }: Read, lens: Lens = {}): string {
  return canonical(outcomeDocument(replay(ledger, rubric, lens)));
}

/** What the outcome says, without what it was computed from. */
export function told({ rubric, ledger }: Read, lens: Lens = {}): JsonObject {
  const { standings = [], subjects = {}, findings = [] } = outcomeDocument(replay(ledger, rubric, lens));
  return { standings, subjects, findings };
}

/** What the outcome says of places and subjects, without its findings. */
export function judged(one: Read, lens: Lens = {}): string {
  const { standings = [], subjects = {} } = told(one, lens);
  return canonical({ standings, subjects });
}

export function sameText(a: string, b: string): void {
  if (a === b) return;
  const at = [...a].findIndex((character, index) => character !== b[index]);
  const around = (text: string): string => text.slice(Math.max(0, at - 120), at + 120);
  throw new Error(`they differ at ${at}: …${around(a)}… and …${around(b)}…`);
}

export function checked<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Error(result.problems.map(sentence).join('\n'));
}

function sentence({ code, pointer, message }: Problem): string {
  return `${code} ${pointer}: ${message.en}`;
}

/** A deep copy through JSON, changed where `change` gives something else. */
export function rewritten(json: Json, change: (value: Json) => Json): Json {
  const copy: Json = JSON.parse(JSON.stringify(json), (_, value: Json) => change(value));
  return copy;
}
