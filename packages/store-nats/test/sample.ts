import type { CloudEvent, EventStore, StoredEvent } from '@meritlog/core';

export function sampleEvent(id: string): CloudEvent {
  return {
    specversion: '1.0',
    id,
    source: 'urn:test',
    type: 'matter.overdue',
    subject: 'roads',
    time: '2026-03-01T09:00:00+08:00',
    data: { days: 12 },
  };
}

export async function gather(store: EventStore): Promise<readonly StoredEvent[]> {
  const all: StoredEvent[] = [];
  for await (const batch of store.read()) all.push(...batch);
  return all;
}
