import { isJsonArray, isJsonObject, type Json, type JsonObject } from '../model/json.js';
import {
  type Bilingual,
  child,
  failure,
  nearest,
  type Problem,
  pointerKeys,
  type Result,
  success,
} from '../model/problem.js';
import { type Amendment, amended, draftOf, isListDraft, isObjectDraft, type JsonDraft } from './amendment.js';

export type SetProblemCode = 'set-pointer' | 'set-nowhere';

/**
 * Puts a value at a pointer: a member of an object, there already or new, an item of a list, or `-` behind its last.
 * All that comes before the last key must be there.
 */
export function setAt(document: JsonObject, pointer: string, value: Json): Result<Amendment> {
  const keys = pointerKeys(pointer);
  if (!pointer.startsWith('/')) return failure([noPointer(pointer)]);
  const lost = whereLost(document, keys);
  if (lost !== undefined) return failure([nowhere(pointer, lost)]);
  return success(amended(document, (draft) => put(draft, keys, value)));
}

interface Lost {
  /** As far as the pointer leads. */
  readonly at: string;
  readonly key: string;
  readonly there: Json;
}

function whereLost(document: JsonObject, keys: readonly string[]): Lost | undefined {
  let there: Json = document;
  let at = '';
  for (const [depth, key] of keys.entries()) {
    const last = depth === keys.length - 1;
    if (last && stands(there, key)) return undefined;
    const next: Json | undefined = memberOf(there, key);
    if (next === undefined) return { at, key, there };
    if (last) return undefined;
    there = next;
    at = child(at, key);
  }
  return undefined;
}

/** Whether something new may stand under the key. What JavaScript gives a meaning of its own is no key of a document. */
function stands(there: Json, key: string): boolean {
  if (['__proto__', 'constructor', 'prototype'].includes(key)) return false;
  return isJsonArray(there) ? key === '-' : isJsonObject(there);
}

function memberOf(there: Json, key: string): Json | undefined {
  if (isJsonArray(there)) return INDEX.test(key) ? there[Number(key)] : undefined;
  return isJsonObject(there) && Object.hasOwn(there, key) ? there[key] : undefined;
}

const INDEX = /^(?:0|[1-9][0-9]*)$/;

function put(draft: JsonDraft, keys: readonly string[], value: Json): void {
  const [key = '', ...rest] = keys;
  if (isListDraft(draft)) {
    const index = key === '-' ? draft.length : Number(key);
    const inner = draft[index];
    if (rest.length === 0) draft[index] = draftOf(value);
    else if (inner !== undefined) put(inner, rest, value);
  } else if (isObjectDraft(draft)) {
    const inner = draft[key];
    if (rest.length === 0) draft[key] = draftOf(value);
    else if (inner !== undefined) put(inner, rest, value);
  }
}

function noPointer(pointer: string): Problem {
  return {
    code: 'set-pointer' satisfies SetProblemCode,
    severity: 'error',
    pointer,
    message: {
      en: `${JSON.stringify(pointer)} is no pointer to a part of the document.`,
      zh: `${JSON.stringify(pointer)} 不是指向文档某处的指针。`,
    },
    fix: {
      en: 'Write a pointer such as /rules/3/event/params/points.',
      zh: '请写成 /rules/3/event/params/points 这样的指针。',
    },
    facts: {},
  };
}

function nowhere(pointer: string, { at, key, there }: Lost): Problem {
  const place = at === '' ? { en: 'the document', zh: '文档' } : { en: at, zh: `${at} ` };
  const close = isJsonObject(there) ? (nearest(key, Object.keys(there)) ?? '') : '';
  const length = isJsonArray(there) ? there.length : 0;
  return {
    code: 'set-nowhere' satisfies SetProblemCode,
    severity: 'error',
    pointer,
    message: { en: `There is no ${key} in ${place.en}.`, zh: `${place.zh}中没有 ${key}。` },
    fix: remedy(there, close),
    facts: { at, key, nearest: close, length },
  };
}

function remedy(there: Json, close: string): Bilingual {
  if (close !== '') return { en: `Did you mean ${close}?`, zh: `是否应为 ${close}？` };
  if (isJsonArray(there)) return items(there.length);
  if (!isJsonObject(there)) return { en: 'It is a single value; set it as a whole.', zh: '它是单个值，请整体设置。' };
  const keys = Object.keys(there);
  const some = `${keys.slice(0, MOST_KEYS).join(', ')}${keys.length > MOST_KEYS ? ', …' : ''}`;
  if (keys.length === 0) return { en: 'It is empty; set it as a whole.', zh: '它是空的，请整体设置。' };
  return { en: `It has ${some}.`, zh: `现有：${some}。` };
}

const MOST_KEYS = 8;

function items(length: number): Bilingual {
  if (length === 0) return { en: 'The list is empty; - puts an item into it.', zh: '列表为空；用 - 添加一项。' };
  const which = length === 1 ? '0' : `0 … ${length - 1}`;
  return { en: `Its items are numbered ${which}; - adds one.`, zh: `各项编号为 ${which}；用 - 追加一项。` };
}
