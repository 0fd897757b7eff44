import { type Json, type JsonObject, readJson, type Supposition } from '@meritlog/core';
import { cliProblem } from '../cli-problem.js';
import { EXIT } from '../exit-code.js';
import { type Loaded, loaded, refused, type Shell } from '../shell.js';
import { asLoaded } from './load.js';
import { nameOf, readText } from './read-text.js';

/** A what-if from a file. Its events and its overlay are checked when it is laid over a ledger and a rubric. */
export async function loadSuppose(shell: Shell, file: string): Promise<Loaded<Supposition>> {
  const text = await readText(shell, file);
  if (!text.ok) return text;
  const name = nameOf(file);
  const read = asLoaded(readJson(text.value));
  if (!read.ok) return { ...read, problems: read.problems.map((problem) => ({ ...problem, file: name })) };
  const { value, locate } = read.value;
  if (isSupposition(value)) {
    shell.supposed.set(value, { file: name, locate });
    return loaded(value);
  }
  const [pointer, why, whyzh] = faultOf(value) ?? ['', '', ''];
  return refused(
    EXIT.invalid,
    cliProblem('suppose-shape', { why, whyzh }, { file: name, pointer, ...locate(pointer) }),
  );
}

type Fault = readonly [pointer: string, en: string, zh: string];

function faultOf(value: Json): Fault | undefined {
  if (!isObject(value)) return ['', 'this is none', '此处不是对象'];
  for (const [key, part] of Object.entries(value)) {
    const pointer = `/${key}`;
    if (key === 'add' && !isListOf(part, isObject)) return [pointer, '"add" is a list of events', '"add" 应为事件列表'];
    if (key === 'void' && !isListOf(part, (one) => typeof one === 'string')) {
      return [pointer, '"void" is a list of event ids', '"void" 应为事件编号列表'];
    }
    if (key === 'rubric' && !isObject(part))
      return [pointer, '"rubric" is an overlay of the rubric', '"rubric" 应为对规则的修改'];
    if (!['add', 'void', 'rubric'].includes(key)) return [pointer, `it has no "${key}"`, `没有 "${key}" 一项`];
  }
  return undefined;
}

function isSupposition(value: Json): value is JsonObject & Supposition {
  return faultOf(value) === undefined;
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isListOf(value: Json | undefined, test: (one: Json) => boolean): boolean {
  return Array.isArray(value) && value.every(test);
}
