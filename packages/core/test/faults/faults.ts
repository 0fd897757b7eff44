import type { Fault } from './fault.js';
import * as deciding from './faults-decide.js';
import * as events from './faults-events.js';
import * as fields from './faults-fields.js';
import * as late from './faults-late.js';
import * as lenses from './faults-lenses.js';
import * as measures from './faults-measures.js';
import * as moreMeasures from './faults-measures-more.js';
import * as outcomes from './faults-outcomes.js';
import * as standings from './faults-standings.js';
import * as values from './faults-values.js';

const ALL = [deciding, values, events, fields, late, lenses, measures, moreMeasures, outcomes, standings];

/** Every fault that is planted into core, to see that a test catches it: `npm run planted`. */
export const FAULTS: readonly Fault[] = ALL.flatMap((part) => Object.values(part).flat());
