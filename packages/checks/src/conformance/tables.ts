import { capabilities } from './capabilities.js';
import { needs } from './needs.js';
import { exotic } from './primitives-exotic.js';
import { expected } from './primitives-expected.js';
import { mustHave } from './primitives-must.js';
import type { Row } from './row.js';

export interface Table {
  readonly heading: string;
  readonly about: string;
  readonly rows: readonly Row[];
}

export const tables: readonly Table[] = [
  { heading: 'What every scheme needs', about: 'Primitives 1 to 25.', rows: mustHave },
  { heading: 'What serious users expect', about: 'Primitives 26 to 50.', rows: expected },
  { heading: 'Rare, but real', about: 'Primitives 51 to 66.', rows: exotic },
  {
    heading: 'Further needs',
    about: 'Found by working out published results of competitions, indices and inspections anew.',
    rows: needs,
  },
  {
    heading: 'Capabilities of assessment systems',
    about: 'What systems that judge organisations for a year do, from measuring to appeals.',
    rows: capabilities,
  },
];
