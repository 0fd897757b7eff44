import path from 'node:path';
import { cliProblem } from '../cli-problem.js';
import { EXIT } from '../exit-code.js';
import { type Loaded, loaded, refused, type Shell } from '../shell.js';
import { kindOf } from './kind.js';

/** The files of one scheme. */
export interface Sources {
  readonly rubric: string;
  readonly events: string;
}

export const RUBRIC = 'rubric.json';
const EVENTS: readonly string[] = ['events.jsonl', 'ledger.db'];

/** The rubric and the events that one or two arguments name: a folder, a rubric with its events beside it, or both. */
export async function findSources(shell: Shell, first: string, second: string | undefined): Promise<Loaded<Sources>> {
  if (first === '-' && second === '-') return refused(EXIT.usage, cliProblem('input-twice'));
  const rubric = await findRubric(shell, first);
  if (!rubric.ok) return rubric;
  if (second !== undefined) return loaded({ rubric: rubric.value, events: second });
  const folder = rubric.value === first ? path.dirname(first) : first;
  const events = await eventsIn(shell, folder);
  if (!events.ok) return events;
  const [one, two] = events.value;
  if (one === undefined) return refused(EXIT.missing, cliProblem('folder-no-events', { file: folder }));
  if (two !== undefined) return refused(EXIT.usage, cliProblem('folder-two-ledgers', { file: folder }));
  return loaded({ rubric: rubric.value, events: one });
}

/** The rubric file that a path names, itself or as its folder. */
export async function findRubric(shell: Shell, file: string): Promise<Loaded<string>> {
  if (file === '-') return loaded(file);
  const kind = await kindOf(shell.io, file);
  if (kind === 'missing') return refused(EXIT.missing, cliProblem('input-missing', { file }));
  if (kind === 'events' || kind === 'ledger') return refused(EXIT.usage, cliProblem('rubric-expected', { file }));
  if (kind !== 'folder') return loaded(file);
  const inside = path.join(file, RUBRIC);
  if ((await kindOf(shell.io, inside)) !== 'missing') return loaded(inside);
  return refused(EXIT.missing, cliProblem('folder-no-rubric', { file }));
}

/** The event file and the ledger of a folder, as far as they are there. */
export async function eventsIn(shell: Shell, folder: string): Promise<Loaded<readonly string[]>> {
  const files = EVENTS.map((name) => path.join(folder, name));
  const kinds = await Promise.all(files.map((file) => kindOf(shell.io, file)));
  return loaded(files.filter((_, index) => kinds[index] !== 'missing'));
}
