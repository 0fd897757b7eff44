import type { CloudEvent } from '@meritlog/core';

/** The event number `n` of a made-up ledger; whatever `but` names is as it says. */
export function sampleEvent(n: number, but: Partial<CloudEvent> = {}): CloudEvent {
  return {
    specversion: '1.0',
    id: `e${n}`,
    source: 'urn:test',
    type: n % 3 === 0 ? 'matter.overdue' : 'matter.settled',
    subject: `unit-${n % 4}`,
    time: `2026-0${1 + (n % 9)}-15T09:00:00+08:00`,
    data: { n },
    ...but,
  };
}

export function sampleEvents(count: number, but: Partial<CloudEvent> = {}): readonly CloudEvent[] {
  return Array.from({ length: count }, (_, index) => sampleEvent(index + 1, but));
}
