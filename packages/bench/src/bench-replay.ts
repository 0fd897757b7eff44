import process from 'node:process';
import { handWritten } from './hand-written.js';
import { type Measured, measure } from './measure.js';
import { benchLedger, benchRubric, meritlog } from './meritlog.js';
import { resultText } from './result.js';
import { rulesEngine } from './rules-engine.js';
import { generateEvents } from './workload.js';

const EVENTS = 200_000;
const SAMPLE = 5_000;
const ROUNDS = 7;

const events = generateEvents(EVENTS, 1000, 7);
const sample = events.slice(0, SAMPLE);
const rubric = benchRubric();
const ledger = benchLedger(rubric, events);
const text = JSON.stringify(events);
let fresh = ledger;

/** Replay beside a fold written by hand and beside json-rules-engine. */
export async function benchReplay(): Promise<void> {
  await agree();
  const measured = await measure(
    [
      { name: 'hand-written fold', events: EVENTS, run: () => handWritten(events) },
      {
        name: '@meritlog/core: replay, with every reason at hand',
        events: EVENTS,
        run: () => meritlog(ledger, rubric),
      },
      {
        name: '@meritlog/core: first replay of a ledger',
        events: EVENTS,
        prepare: () => {
          fresh = benchLedger(rubric, events);
        },
        run: () => meritlog(fresh, rubric),
      },
      { name: '@meritlog/core: events checked at the door', events: EVENTS, run: () => benchLedger(rubric, events) },
      {
        name: `json-rules-engine, an engine a type (${SAMPLE} events)`,
        events: SAMPLE,
        run: () => rulesEngine(sample),
      },
      { name: 'for reference: JSON.parse of the same events', events: EVENTS, run: () => JSON.parse(text) },
    ],
    ROUNDS,
  );
  print(measured);
}

/** Every engine comes to the same ranking before it is timed. */
async function agree(): Promise<void> {
  const wanted = resultText(handWritten(events));
  if (resultText(meritlog(ledger, rubric)) !== wanted) throw new Error('core and the hand-written fold disagree');
  const part = resultText(handWritten(sample));
  if (resultText(await rulesEngine(sample)) !== part)
    throw new Error('json-rules-engine and the hand-written fold disagree');
}

function print(results: readonly Measured[]): void {
  const base = results[0]?.perEvent ?? 1;
  process.stdout.write(`${EVENTS} events, 1000 subjects, 24 rules; least CPU time of ${ROUNDS} interleaved rounds\n`);
  for (const { name, perEvent } of results) {
    process.stdout.write(
      `${name.padEnd(52)} ${perEvent.toFixed(3).padStart(9)} µs/event ${(perEvent / base).toFixed(2).padStart(9)} ×\n`,
    );
  }
}
