/**
 * The day and the time of day of a spreadsheet's day number: `2026-04-29 14:30:00`, `2026-04-29`, or `14:30:00` for a
 * time alone. Day 60 of the 1900 system is 29 February 1900, which never was: nothing is said of it.
 */
export function serialDate(serial: string, from1904: boolean): string | undefined {
  const parts = /^([0-9]{1,7})(?:\.([0-9]+))?$/.exec(serial);
  if (parts === null) return undefined;
  const [, whole = '', fraction = ''] = parts;
  const scale = 10n ** BigInt(fraction.length);
  const ms = fraction === '' ? 0n : (BigInt(fraction) * MS_PER_DAY + scale / 2n) / scale;
  const days = Number(whole) + Number(ms / MS_PER_DAY);
  const clock = new Date(Number(ms % MS_PER_DAY)).toISOString().slice(11, 23).replace('.000', '');
  if (days === 0 && fraction !== '') return clock;
  const day = dayOf(days, from1904);
  if (day === undefined) return undefined;
  return ms === 0n ? day : `${day} ${clock}`;
}

function dayOf(days: number, from1904: boolean): string | undefined {
  if (!from1904 && (days === 60 || days === 0)) return undefined;
  const since1970 = from1904 ? days - FROM_1904 : days - FROM_1900 + (days < 60 ? 1 : 0);
  const date = new Date(since1970 * Number(MS_PER_DAY));
  return date.getUTCFullYear() > 9999 ? undefined : date.toISOString().slice(0, 10);
}

const MS_PER_DAY = 86_400_000n;
/** 1 January 1970 in either system. */
const FROM_1900 = 25_569;
const FROM_1904 = 24_107;
