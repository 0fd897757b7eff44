import type { CloudEvent } from '@meritlog/core';

/** An event as an inspection office writes it, about 230 bytes of JSON. */
export function sampleEvent(n: number): CloudEvent {
  return {
    specversion: '1.0',
    id: `2026-${n}`,
    source: 'urn:example:inspection-office',
    type: n % 3 === 0 ? 'matter.overdue' : 'matter.settled',
    subject: `unit-${n % 1000}`,
    time: '2026-03-01T09:00:00+08:00',
    data: { days: n % 30, matter: `M-${n}`, office: 'north', remark: 'reported by telephone' },
  };
}

export function sampleEvents(from: number, count: number): readonly CloudEvent[] {
  return Array.from({ length: count }, (_, index) => sampleEvent(from + index));
}

/** The columns of the table of events, all made beforehand. */
export interface BareRow {
  readonly position: number;
  readonly stream: string;
  readonly version: number;
  readonly source: string;
  readonly id: string;
  readonly type: string;
  readonly occurred: number;
  readonly recorded: number;
  readonly recordedtime: string;
  readonly content: string;
}

export function bareRows(from: number, count: number): readonly BareRow[] {
  return sampleEvents(from, count).map((event, index) => ({
    position: from + index + 1,
    stream: event.subject ?? '',
    version: from + index + 1,
    source: event.source,
    id: event.id,
    type: event.type,
    occurred: Date.parse(event.time),
    recorded: RECORDED,
    recordedtime: new Date(RECORDED).toISOString(),
    content: JSON.stringify(event),
  }));
}

const RECORDED = Date.parse('2026-03-02T00:00:00Z');

/** Numbers from which nobody has taken events yet. */
export function counter(): (count: number) => number {
  let next = 0;
  return (count) => {
    next += count;
    return next - count;
  };
}
