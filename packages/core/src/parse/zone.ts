import { fixedZone, parseInstant, parseOffset, type Zone, type ZoneOffset } from '../model/calendar.js';
import type { ZoneDocument } from './document.js';
import type { Report } from './report.js';

/** The zone that stands at `/zone`. */
export function zoneOf(zone: ZoneDocument, report: Report): Zone {
  const offsets = zone.offsets.map(({ from, offset }, index): ZoneOffset => {
    const at = `/zone/offsets/${index}`;
    const minutes = parseOffset(offset);
    if (minutes === undefined) report.add('bad-offset', `${at}/offset`, { found: offset });
    return { from: startOf(from, index, at, report), minutes: minutes ?? 0 };
  });
  offsets.forEach((offset, index) => {
    const before = offsets[index - 1];
    const at = `/zone/offsets/${index}/from`;
    if (before !== undefined && offset.from <= before.from) report.add('zone-order', at, { place: index + 1 });
  });
  return offsets.length === 0 ? fixedZone(zone.name, 0) : { name: zone.name, offsets };
}

/** The first offset holds from the beginning of time. */
function startOf(from: string | undefined, index: number, at: string, report: Report): number {
  if (index === 0) return Number.NEGATIVE_INFINITY;
  if (from === undefined) {
    report.add('missing-key', `${at}/from`, { key: 'from' });
    return Number.NaN;
  }
  const read = parseInstant(from);
  if ('instant' in read) return read.instant;
  report.add('bad-instant', `${at}/from`, { found: from });
  return Number.NaN;
}
