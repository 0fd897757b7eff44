import { denominator, type Num, num, numerator } from './num-exact.js';

/**
 * The `half-…` modes go to the nearest step and differ on ties only:
 * - `half-up`: a tie goes toward +infinity (2.5 → 3, -2.5 → -2)
 * - `half-down`: a tie goes toward -infinity (2.5 → 2, -2.5 → -3), the mirror of `half-up`
 * - `half-away`: a tie goes away from zero (2.5 → 3, -2.5 → -3), the commercial rounding
 * - `half-even`: a tie goes to the even last digit (2.5 → 2, 3.5 → 4)
 *
 * The others go one way for every value between two steps:
 * - `up`: away from zero; `down`: toward zero
 * - `ceil`: toward +infinity; `floor`: toward -infinity
 */
export type RoundMode = 'half-up' | 'half-even' | 'half-away' | 'half-down' | 'up' | 'down' | 'ceil' | 'floor';

/** Rounds to `digits` decimals, exactly; negative digits round to tens, hundreds … Throws beyond ±1000 digits. */
export function round(a: Num, digits: number, mode: RoundMode): Num {
  if (!Number.isInteger(digits) || Math.abs(digits) > MAX_DIGITS)
    throw new RangeError(`cannot round to ${digits} digits`);
  if (typeof a === 'number' && digits >= 0) return a;
  const step = 10n ** BigInt(Math.abs(digits));
  if (digits >= 0) return num(quotient(numerator(a) * step, denominator(a), mode), step);
  return num(quotient(numerator(a), denominator(a) * step, mode) * step);
}

export function floor(a: Num): Num {
  return round(a, 0, 'floor');
}

export function ceil(a: Num): Num {
  return round(a, 0, 'ceil');
}

const MAX_DIGITS = 1000;

/** Where `n / d` lies between the integers `below` and `below + 1`. */
interface Place {
  readonly below: bigint;
  readonly negative: boolean;
  /** The part above `below`, compared with one half. */
  readonly half: -1 | 0 | 1;
}

function quotient(n: bigint, d: bigint, mode: RoundMode): bigint {
  const rest = ((n % d) + d) % d;
  const below = (n - rest) / d;
  if (rest === 0n) return below;
  const twice = 2n * rest;
  const half = twice < d ? -1 : twice > d ? 1 : 0;
  return GOES_UP[mode]({ below, negative: n < 0n, half }) ? below + 1n : below;
}

const GOES_UP: Readonly<Record<RoundMode, (place: Place) => boolean>> = {
  'half-up': ({ half }) => half >= 0,
  'half-down': ({ half }) => half > 0,
  'half-away': ({ half, negative }) => half > 0 || (half === 0 && !negative),
  'half-even': ({ half, below }) => half > 0 || (half === 0 && below % 2n !== 0n),
  up: ({ negative }) => !negative,
  down: ({ negative }) => negative,
  ceil: () => true,
  floor: () => false,
};
