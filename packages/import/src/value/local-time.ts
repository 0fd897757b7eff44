import { parseInstant, type Zone } from '@meritlog/core/parse';

/** Why a clock reading is no instant: the clocks were put forward over it, or back, so that it came twice. */
export type LocalFault = 'skipped' | 'twice';

/** A reading of the local calendar and clock as an RFC 3339 instant with its offset. */
export function instantText(zone: Zone, day: string, clock: string): string | { readonly fault: LocalFault } {
  const found = new Set<string>();
  for (const { minutes } of zone.offsets) {
    const text = `${day}T${clock}${offsetText(minutes)}`;
    const read = parseInstant(text);
    if ('instant' in read && minutesAt(zone, read.instant) === minutes) found.add(text);
  }
  const [only] = found;
  return only !== undefined && found.size === 1 ? only : { fault: found.size === 0 ? 'skipped' : 'twice' };
}

function minutesAt({ offsets }: Zone, instant: number): number | undefined {
  return offsets.findLast(({ from }, index) => index === 0 || from <= instant)?.minutes;
}

function offsetText(minutes: number): string {
  const size = Math.abs(minutes);
  const [hours, rest] = [Math.floor(size / 60), size % 60];
  return `${minutes < 0 ? '-' : '+'}${String(hours).padStart(2, '0')}:${String(rest).padStart(2, '0')}`;
}
