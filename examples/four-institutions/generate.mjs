// Writes events.jsonl, the year 2026 of the ten units of group A as single events; the same bytes on every run.
// `node generate.mjs [file]` writes elsewhere, so that a test can compare.

import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { appraisal } from './generate/appraisal.mjs';
import { cards } from './generate/cards.mjs';
import { Ledger } from './generate/ledger.mjs';
import { matters } from './generate/matters.mjs';
import { milestones } from './generate/milestones.mjs';
import { responsibility } from './generate/responsibility.mjs';
import { supervision } from './generate/supervision.mjs';
import { year } from './generate/year.mjs';

const ledger = new Ledger();
for (const part of [year, responsibility, milestones, supervision, matters, cards, appraisal]) part(ledger);

const file = process.argv[2] ?? fileURLToPath(new URL('events.jsonl', import.meta.url));
writeFileSync(file, ledger.lines());
