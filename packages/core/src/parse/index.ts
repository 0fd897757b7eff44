/** For those who read documents of their own: shapes, what is wrong with them, and the parts that rubrics have, too. */
export { fixedZone, formatInstant, parseInstant, parseOffset, type Zone } from '../model/calendar.js';
export { sha256 } from '../model/digest.js';
export { isJsonObject } from '../model/json.js';
export { failure, success } from '../model/problem.js';
export type { ZoneDocument } from './document.js';
export { readShaped } from './read-shaped.js';
export type { Report } from './report.js';
export { said, strict as object, text } from './shape-slots.js';
export { zone as zoneShape } from './shape-vocabulary.js';
export { zoneOf } from './zone.js';
