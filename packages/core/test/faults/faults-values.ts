import { faultsOf } from './fault.js';

export const NUMBERS = faultsOf(
  ['core/test/num.test.ts'],
  {
    name: 'Half-up sends a tie down',
    file: 'model/num-round.ts',
    find: "'half-up': ({ half }) => half >= 0,",
    replace: "'half-up': ({ half }) => half > 0,",
  },
  {
    name: 'Half-even goes to the odd digit',
    file: 'model/num-round.ts',
    find: 'below % 2n !== 0n',
    replace: 'below % 2n === 0n',
  },
  {
    name: 'Half-away treats debts like credits',
    file: 'model/num-round.ts',
    find: '(half === 0 && !negative)',
    replace: 'half === 0',
  },
  {
    name: 'Rounding up of debts goes towards nothing',
    file: 'model/num-round.ts',
    find: 'up: ({ negative }) => !negative,',
    replace: 'up: () => true,',
  },
  {
    name: 'Sums beyond the safe integers are floats',
    file: 'model/num-exact.ts',
    find: 'if (Number.isSafeInteger(sum)) return sum;',
    replace: 'return sum;',
  },
  {
    name: 'A common divisor takes the sign of its number',
    file: 'model/num-exact.ts',
    find: 'const common = d < 0n ? -gcd(n, d) : gcd(n, d);',
    replace: 'const common = gcd(n, d);',
  },
  {
    name: 'Fractions of one denominator are added as if they had two',
    file: 'model/num-exact.ts',
    find: 'return num(numerator(a) * db + numerator(b) * da, da * db);',
    replace: 'return num(numerator(a) * db + numerator(b) * da, da);',
  },
  {
    name: 'A double is read by its bits and not by the decimal that it prints as',
    file: 'model/num-text.ts',
    find: '  const read = parseNum(String(x));',
    replace: '  const read = parseNum(x.toFixed(25));',
  },
  {
    name: 'Fractions compare by numerator alone',
    file: 'model/num-order.ts',
    find: 'const right = numerator(b) * denominator(a);',
    replace: 'const right = numerator(b);',
  },
);

export const CALENDAR = faultsOf(
  ['core/test/calendar.test.ts'],
  {
    name: 'A month later than 31 January is in March',
    file: 'model/day.ts',
    find: 'Math.min(from.dayOfMonth, daysInMonth(year, month))',
    replace: 'from.dayOfMonth',
  },
  {
    name: 'Every fourth year is a leap year',
    file: 'model/day.ts',
    find: 'year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)',
    replace: 'year % 4 === 0',
  },
  {
    name: 'The week begins on Sunday',
    file: 'model/day.ts',
    find: '((((day + 3) % 7) + 7) % 7) + 1',
    replace: '((((day + 4) % 7) + 7) % 7) + 1',
  },
  {
    name: 'A day that the zone skips begins before the gap',
    file: 'model/zone.ts',
    find: 'Math.max(shown, span.from)',
    replace: 'shown',
  },
  {
    name: 'A day ends as the next one starts',
    file: 'model/zone.ts',
    find: 'return startOfDay(zone, day + 1) - 1;',
    replace: 'return startOfDay(zone, day + 1);',
  },
  {
    name: 'A new offset holds from the instant behind its own',
    file: 'model/zone.ts',
    find: 'if (spanAt(zone, middle).from <= instant)',
    replace: 'if (spanAt(zone, middle).from < instant)',
  },
  {
    name: 'An offset west of Greenwich is taken for one east of it',
    file: 'model/instant.ts',
    find: "parts[1] === '-' ? 0 - minutes : minutes",
    replace: 'minutes',
  },
);

export const ORDER = faultsOf(
  ['core/test/replay-points.test.ts', 'core/test/events-ledger.test.ts'],
  {
    name: 'Source and id have changed places in the order of events',
    file: 'replay/canonical-order.ts',
    find: `    compareTexts(a.event.source, b.event.source) ||
    compareTexts(a.event.id, b.event.id)`,
    replace: `    compareTexts(a.event.id, b.event.id) ||
    compareTexts(a.event.source, b.event.source)`,
    caughtBy: ['core/test/replay-points.test.ts'],
  },
  {
    name: 'The order of events forgets their sequence',
    file: 'parse/events-order.ts',
    find: '    compareSequences(a.event.sequence, b.event.sequence) ||\n',
    replace: '',
  },
  {
    name: 'Events are ordered by when they happened, not by when they took effect',
    file: 'replay/canonical-order.ts',
    find: '    effectiveA - effectiveB ||\n',
    replace: '',
  },
  {
    name: 'Numerals are ordered as texts',
    file: 'model/order.ts',
    find: 'return (x ? compareNumerals(a, b) : 0) || compareTexts(a, b);',
    replace: 'return compareTexts(a, b);',
  },
  {
    name: 'Texts are ordered by UTF-16 unit',
    file: 'model/order.ts',
    find: 'if (x !== y) return weight(x) - weight(y);',
    replace: 'if (x !== y) return x - y;',
  },
);

export const CONDITIONS = faultsOf(
  ['core/test/replay-points.test.ts'],
  {
    name: 'A quick comparison lets the limit itself through',
    file: 'compile/condition.ts',
    find: 'return Number.isNaN(value) ? slow(frame) : value < limit;',
    replace: 'return Number.isNaN(value) ? slow(frame) : value <= limit;',
  },
  {
    name: 'not of an unknown test is false',
    file: 'compile/condition.ts',
    find: 'return (frame) => test(frame) !== true;',
    replace: 'return (frame) => test(frame) === undefined;',
  },
  {
    name: 'Of three conditions the last is not asked',
    file: 'compile/condition.ts',
    find: 'return (frame) => first(frame) === true && second(frame) === true && third(frame) === true;',
    replace: 'return (frame) => first(frame) === true && second(frame) === true;',
  },
  {
    name: 'An unknown beside a settled side makes the whole unknown',
    file: 'compile/expression.ts',
    find: '    const b = right(frame);\n    if (b === decisive) return decisive;',
    replace:
      '    if (a === undefined) return undefined;\n    const b = right(frame);\n    if (b === decisive) return decisive;',
  },
  {
    name: 'A remainder takes the sign of the dividend',
    file: 'compile/expression.ts',
    find: 'sub(a, mul(b, floor(quotient)))',
    replace: 'sub(a, mul(b, quotient))',
  },
  {
    name: 'A step of a table begins behind its limit',
    file: 'compile/table.ts',
    find: 'cmp(limit, value) <= 0',
    replace: 'cmp(limit, value) < 0',
  },
  {
    name: 'A quarter ends as the next one starts',
    file: 'compile/call.ts',
    find: 'return next === undefined ? undefined : next - 1;',
    replace: 'return next;',
  },
  {
    name: 'Seconds are counted backwards',
    caughtBy: ['reference/test/scopes.test.ts'],
    file: 'compile/call.ts',
    find: '(at(args, 1) as number) - (at(args, 0) as number), 1000',
    replace: '(at(args, 0) as number) - (at(args, 1) as number), 1000',
  },
  {
    name: 'Seconds are milliseconds',
    caughtBy: ['reference/test/scopes.test.ts'],
    file: 'compile/call.ts',
    find: '(at(args, 0) as number), 1000',
    replace: '(at(args, 0) as number), 1',
  },
  {
    name: 'The scope around is the scope itself',
    caughtBy: ['reference/test/scopes.test.ts'],
    file: 'compile/expression.ts',
    find: 'frame.outer ?? frame;',
    replace: 'frame;',
  },
  {
    name: 'What has no end is cut off one event early',
    caughtBy: ['reference/test/scopes.test.ts'],
    file: 'replay/forward.ts',
    find: 'depth > MOST_DEPTH',
    replace: 'depth >= MOST_DEPTH',
  },
);
