import { canonical } from '../model/canonical.js';
import type { CloudEvent } from '../model/event.js';
import type { Problem } from '../model/problem.js';
import type { AppendOptions, InvalidAppend } from '../model/store.js';
import { contentOf } from './content.js';
import { eventProblems, instantOf, isUnspeakable, problem } from './event-problems.js';

/** An event that may be stored, with what a store needs to know of it. */
export interface Candidate {
  readonly source: string;
  readonly id: string;
  readonly type: string;
  readonly stream: string;
  /** Canonical text of the content. */
  readonly content: string;
  /** `time`, in milliseconds since 1970. */
  readonly occurred: number;
  /** The recorded time to keep, where there is one. */
  readonly recorded?: { readonly text: string; readonly at: number };
}

export interface Admitted {
  readonly kind: 'admitted';
  readonly candidates: readonly Candidate[];
}

/** The part of an append that needs no ledger: is every event one, and do the options make sense? */
export function admit(events: readonly CloudEvent[], options: AppendOptions, most: number): Admitted | InvalidAppend {
  if (events.length > most) return refusal([tooMany(events.length, most)]);
  const checked = events.map((event, index) => candidate(event, `/events/${index}`, options));
  const problems = [...optionProblems(events, options), ...checked.flatMap(({ problems: found }) => found)];
  if (problems.length > 0) return refusal(problems);
  return { kind: 'admitted', candidates: checked.flatMap(({ value }) => (value === undefined ? [] : [value])) };
}

interface Checked {
  readonly value?: Candidate;
  readonly problems: readonly Problem[];
}

function candidate(event: CloudEvent, pointer: string, options: AppendOptions): Checked {
  const keep = options.preserveRecorded === true ? event.recordedtime : undefined;
  const problems = eventProblems(event, pointer, keep);
  if (problems.length > 0) return { problems };
  const { source, id, type } = event;
  const occurred = instantOf(event.time);
  const recorded = keep === undefined ? {} : { recorded: { text: keep, at: instantOf(keep) } };
  try {
    const content = canonical(contentOf(event));
    const stream = options.stream ?? event.subject ?? '';
    return { value: { source, id, type, stream, content, occurred, ...recorded }, problems };
  } catch (error) {
    return { problems: [notCanonical(pointer, error)] };
  }
}

function notCanonical(pointer: string, error: unknown): Problem {
  const why = error instanceof Error ? error.message : String(error);
  return problem('event-not-canonical', pointer, { why }, [
    `This event cannot be stored: ${why}. Correct the value; nothing of the batch was stored.`,
    `该事件无法存储（${why}）。请改正该值；整批均未存入。`,
  ]);
}

function tooMany(count: number, most: number): Problem {
  return problem('append-too-large', '/events', { count, most }, [
    `${count} events in one append, but this store takes ${most}; append them in parts.`,
    `一次追加 ${count} 个事件，而该存储至多接受 ${most} 个；请分批追加。`,
  ]);
}

/** The refusal of an append that has few events enough, but too many bytes. */
export function oversized(bytes: number, most: number): InvalidAppend {
  return refusal([
    problem('append-too-large', '/events', { bytes, most }, [
      `The events of this append take ${bytes} bytes, but this store takes ${most} at once; append them in parts.`,
      `这次追加的事件共 ${bytes} 字节，而该存储一次至多接受 ${most} 字节；请分批追加。`,
    ]),
  ]);
}

function optionProblems(events: readonly CloudEvent[], options: AppendOptions): readonly Problem[] {
  const { stream, expected } = options;
  const problems: Problem[] = [];
  if (stream !== undefined && isUnspeakable(stream)) {
    problems.push(
      problem('append-stream', '/options/stream', {}, [
        'The name of the stream holds a control character, half a surrogate pair or a noncharacter; remove it.',
        '流名称含有控制字符、不成对的代理字符或非字符；请删除。',
      ]),
    );
  }
  if (expected === undefined) return problems;
  if (!Number.isSafeInteger(expected) || expected < 0) {
    problems.push(
      problem('append-expected', '/options/expected', { expected: String(expected) }, [
        `The expected version is ${expected}; give the stream's version, a whole number from 0.`,
        `期望版本为 ${expected}；请给出该流的版本号，即从 0 起的整数。`,
      ]),
    );
  }
  const streams = stream === undefined ? new Set(events.map(({ subject }) => subject ?? '')).size : 1;
  if (streams > 1) {
    problems.push(
      problem('append-expected-of-many', '/options/expected', { streams }, [
        `An expected version belongs to one stream, but these events go to ${streams}; name one stream or append them apart.`,
        `期望版本只属于一个流，而这些事件分属 ${streams} 个流；请指定一个流，或分开追加。`,
      ]),
    );
  }
  return problems;
}

function refusal(problems: readonly Problem[]): InvalidAppend {
  const [first] = problems;
  const more = problems.length - 1;
  return {
    kind: 'invalid',
    problems,
    message: {
      en: `${first?.message.en ?? ''}${more > 0 ? ` (and ${more} more)` : ''}`,
      zh: `${first?.message.zh ?? ''}${more > 0 ? `（另有 ${more} 处）` : ''}`,
    },
  };
}
