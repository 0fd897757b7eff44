import type { CloudEvent, RecordedEvent } from '../model/event.js';
import type { JsonObject } from '../model/json.js';

/** The content of an event: all of it but `recordedtime`, which is the ledger's. */
export function contentOf(event: CloudEvent): JsonObject {
  const { recordedtime: _, ...content } = event;
  return content;
}

/** The event whose canonical content is `text`, recorded at `recordedtime`. A store calls it on text it wrote. */
export function restore(text: string, recordedtime: string): RecordedEvent {
  const content: CloudEvent = JSON.parse(text);
  return { ...content, recordedtime };
}
