// Writes rubric.json: district.json laid over the scheme of group A, as an edition is laid over its parent, except that
// examples are added to those that are there, or change the ones whose numbers they give. `node compose.mjs [file]` writes elsewhere, so that a test can compare.

import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const beside = (name) => fileURLToPath(new URL(name, import.meta.url));
const read = (name) => JSON.parse(readFileSync(beside(name), 'utf8'));

const [scheme, ...amendments] = read('../../four-institutions/rubric.json');
const district = unfolded(read('district.json'));
const composed = [creditingSuccessors(merged(scheme, district)), ...amendments];
writeFileSync(process.argv[2] ?? beside('rubric.json'), `${printed(composed, 0)}\n`);

/** An example's event may be written as [type, subject, day, data]; who recorded it is then the office. A title that is one text is the same in both languages. */
function unfolded(value) {
  if (Array.isArray(value)) {
    const [type, subject, time, data] = value;
    if (value.length === 4 && typeof type === 'string' && typeof data === 'object') {
      return { type, subject, time, data: { actorRole: 'office', ...data } };
    }
    return value.map(unfolded);
  }
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      key === 'title' && typeof inner === 'string' ? { en: inner, zh: inner } : unfolded(inner),
    ]),
  );
}

function merged(below, above, key) {
  if (key === 'rules') return mergedRules(below ?? [], above);
  if (key === 'examples' && Array.isArray(above)) return [...(below ?? []), ...above];
  if (key === 'examples') return below.map((one, at) => merged(one, above[at] ?? {}));
  if (!plain(below) || !plain(above)) return above;
  const keys = [...new Set([...Object.keys(below), ...Object.keys(above)])].filter((name) => above[name] !== null);
  return Object.fromEntries(
    keys.map((name) => [name, name in above ? merged(below[name], above[name], name) : below[name]]),
  );
}

function mergedRules(below, above) {
  const changed = below.map((rule) => merged(rule, above.find(({ name }) => name === rule.name) ?? {}));
  return [...changed, ...above.filter((rule) => !below.some(({ name }) => name === rule.name))];
}

function plain(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * What is recorded about a unit that has been merged into another one counts for the other; its registration stays its own.
 * Procedures judge a case by its file alone, so their steps go by the unit that an event names.
 */
function creditingSuccessors(rubric) {
  const events = Object.entries(rubric.vocabulary.events).map(([type, event]) => {
    if (event.registers || event.fields.unit?.is !== 'subject') return [type, event];
    const unit = { ...event.fields.unit, is: 'coalesce(successor(subject), subject)' };
    return [type, { ...event, fields: { ...event.fields, unit, named: { kind: 'text', is: 'subject' } } }];
  });
  return {
    ...rubric,
    vocabulary: { ...rubric.vocabulary, events: Object.fromEntries(events) },
    procedures: goingByTheNamed(rubric.procedures),
  };
}

function goingByTheNamed(value, key) {
  if (Array.isArray(value)) {
    const parties = key === 'not' || key === 'only';
    return value.map((item) => (parties ? item.replace(/\bunit$/, 'named') : item));
  }
  if (!plain(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, goingByTheNamed(inner, name)]));
}

/** JSON with each value on one line where that line has at most 170 characters. */
function printed(value, depth) {
  const flat = oneLine(value);
  if (value === null || typeof value !== 'object' || flat.length + 2 * depth <= 170) return flat;
  const indent = '  '.repeat(depth + 1);
  const end = `\n${'  '.repeat(depth)}`;
  if (Array.isArray(value)) {
    return `[\n${value.map((item) => `${indent}${printed(item, depth + 1)}`).join(',\n')}${end}]`;
  }
  const entries = Object.entries(value).map(
    ([key, item]) => `${indent}${JSON.stringify(key)}: ${printed(item, depth + 1)}`,
  );
  return `{\n${entries.join(',\n')}${end}}`;
}

function oneLine(value) {
  if (Array.isArray(value)) return `[${value.map(oneLine).join(', ')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  return `{ ${Object.entries(value)
    .map(([key, item]) => `${JSON.stringify(key)}: ${oneLine(item)}`)
    .join(', ')} }`;
}
