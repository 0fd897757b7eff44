export {
  addMonths,
  addYears,
  type Day,
  dateOf,
  dayFrom,
  dayOfMonth,
  daysInMonth,
  formatDay,
  type Instant,
  MS_PER_DAY,
  monthOf,
  monthsBetween,
  parseDay,
  quarterOf,
  weekdayOf,
  yearOf,
} from './day.js';
export { formatInstant, type InstantFault, parseInstant, parseOffset } from './instant.js';
export {
  dayOfInstant,
  endOfDay,
  fixedZone,
  offsetAt,
  startOfDay,
  type Zone,
  type ZoneOffset,
} from './zone.js';
