import type { Lens } from '../model/lens.js';
import type { Scheme } from './scheme.js';

/** A scheme as the files of a folder that `meritlog run` takes, by name. */
export function schemeFiles({ rubric, events }: Scheme, lens: Lens = {}): { readonly [file: string]: string } {
  return {
    'rubric.json': `${JSON.stringify(rubric.length === 1 ? rubric[0] : rubric, null, 2)}\n`,
    'events.jsonl': events.map((event) => `${JSON.stringify(event)}\n`).join(''),
    ...(Object.keys(lens).length === 0 ? {} : { 'lens.json': `${JSON.stringify(lens, null, 2)}\n` }),
  };
}
