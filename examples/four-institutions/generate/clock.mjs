// Days are texts "YYYY-MM-DD"; the host's time zone never matters because all arithmetic is done on UTC midnights.

const DAY = 86_400_000;

/** The calendar cn-2026 and the fictional days off of 2027: first and last day of each run. */
const OFF = [
  ['2026-01-01', '2026-01-03'],
  ['2026-02-15', '2026-02-23'],
  ['2026-04-04', '2026-04-06'],
  ['2026-05-01', '2026-05-05'],
  ['2026-06-19', '2026-06-21'],
  ['2026-09-25', '2026-09-27'],
  ['2026-10-01', '2026-10-07'],
  ['2027-01-01', '2027-01-03'],
  ['2027-02-05', '2027-02-11'],
  ['2027-04-03', '2027-04-05'],
];
const MAKE_UP = new Set(['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10']);

export const addDays = (day, count) => new Date(Date.parse(day) + count * DAY).toISOString().slice(0, 10);

export const daysFrom = (first, last) => (Date.parse(last) - Date.parse(first)) / DAY;

function isWorkday(day) {
  if (MAKE_UP.has(day)) return true;
  if (OFF.some(([first, last]) => first <= day && day <= last)) return false;
  const weekday = new Date(Date.parse(day)).getUTCDay();
  return weekday !== 0 && weekday !== 6;
}

/** The day itself if people work on it, else the next day they do. */
export const workdayFrom = (day) => (isWorkday(day) ? day : workdayFrom(addDays(day, 1)));

/** The day itself if people work on it, else the last day before it on which they did. */
export const workdayUpTo = (day) => (isWorkday(day) ? day : workdayUpTo(addDays(day, -1)));

/** The n-th working day after the day, which is itself not counted. */
export function addWorkdays(day, count) {
  let at = day;
  for (let left = count; left > 0; left -= 1) at = workdayFrom(addDays(at, 1));
  return at;
}

/** The n-th working day of a month, for instance of "2026-04". */
export const workdayOfMonth = (month, n) => addWorkdays(addDays(`${month}-01`, -1), n);

export const quarterOf = (day) => Math.ceil(Number(day.slice(5, 7)) / 3);

const QUARTERS = { 1: ['01-01', '03-31'], 2: ['04-01', '06-30'], 3: ['07-01', '09-30'], 4: ['10-01', '12-31'] };

export const quarterDays = (quarter) => QUARTERS[quarter].map((day) => `2026-${day}`);
