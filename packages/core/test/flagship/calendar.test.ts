import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { forwardCalendar, type Lens, outcomeDocument, parseEvents, parseRubric, replay } from '../../src/index.js';
import { formatDay, parseDay } from '../../src/model/calendar.js';
import { canonical } from '../../src/model/canonical.js';

const example = path.resolve(import.meta.dirname, '../../../../examples/four-institutions');
const rubric = parseRubric(readFileSync(path.join(example, 'rubric.json'), 'utf8'));
if (!rubric.ok) throw new Error('the rubric of the four institutions is refused');
/** Of two units in autumn, so that each of many days can be replayed. */
const lines = readFileSync(path.join(example, 'events.jsonl'), 'utf8')
  .split('\n')
  .filter((line) => !line.includes('"subject"') || /"subject":"A(?:06|10)"/.test(line))
  .filter((line) => (/"recordedtime":"([^"]+)"/.exec(line)?.[1] ?? '') < '2026-10-11');
const ledger = parseEvents(rubric.value, lines.join('\n'));
if (!ledger.ok) throw new Error('the events of the four institutions are refused');

test('What the calendar of the four institutions says in autumn is what a replay of each day shows', () => {
  const lens: Lens = { knownAt: '2026-10-10' };
  const [from, until] = ['2026-10-10', '2026-11-20'];
  const { entries, complete, looked } = forwardCalendar(rubric.value, ledger.value, { from, until, lens });
  const changed = new Set(entries.map(({ day }) => day));
  const shown = (day: number): string => {
    const outcome = outcomeDocument(replay(ledger.value, rubric.value, { ...lens, asOf: formatDay(day) }));
    const { standings = [], subjects = {}, findings = [] } = outcome;
    return canonical({ standings, subjects, findings });
  };
  const first = parseDay(from) ?? 0;
  let before = shown(first);
  const days: string[] = [];
  for (let day = first + 1; day <= (parseDay(until) ?? 0); day += 1) {
    const after = shown(day);
    if (after !== before) days.push(formatDay(day));
    before = after;
  }
  expect(days).toEqual([...changed]);
  expect(days.length).toBeGreaterThan(4);
  expect([complete, looked < 40]).toEqual([true, true]);
  const kinds = new Set(entries.map(({ kind }) => kind));
  expect([...kinds].sort()).toEqual(['ended', 'finding', 'issued', 'value']);
}, 120_000);
