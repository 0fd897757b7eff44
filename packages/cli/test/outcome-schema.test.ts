import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { outcomeSchema } from '../src/schema/outcome-schema.js';
import { home, meritlog, workFolder } from './meritlog.js';

test('the published schema is the one that the command prints', async () => {
  const { out } = await meritlog(['schema', 'outcome']);
  await expect(out).toMatchFileSnapshot(path.join(home, 'schema/outcome.schema.json'));
});

test.each(['class', 'bids'])('the outcome of %s fits the schema', async (folder) => {
  const { out } = await meritlog(['run', folder, '--format', 'json'], { cwd: workFolder() });
  expect(faults(JSON.parse(out), outcomeSchema)).toEqual([]);
});

test('the outcome of a prize that is split fits the schema, and its table tells the shares', async () => {
  const cwd = workFolder(SHARED);
  const { out } = await meritlog(['run', 'rubric.json', 'events.jsonl', '--format', 'json'], { cwd });
  expect(faults(JSON.parse(out), outcomeSchema)).toEqual([]);
  expect(JSON.parse(out).standings[0].rows[0].shares).toEqual({ prize: '0.5' });
  const { out: table } = await meritlog(['run', 'rubric.json', 'events.jsonl'], { cwd });
  expect(table).toContain('prize (0.5)');
  expect((await meritlog(['run', 'rubric.json', 'events.jsonl', '--lang', 'zh'], { cwd })).out).toContain(
    'prize（0.5）',
  );
});

test.each([
  ['a rank in words', (text: string) => text.replace('"rank": 1,', '"rank": "first",')],
  ['a number that is no text', (text: string) => text.replace('"total": "108"', '"total": 108')],
  ['a stranger', (text: string) => text.replace('"kind": "outcome"', '"kind": "outcome", "extra": 1')],
  ['a digest cut short', (text: string) => text.replace(/"sha256:[0-9a-f]{3}/, '"sha256:')],
])('%s does not fit it', async (_what, spoil) => {
  const { out } = await meritlog(['run', 'class', '--format', 'json'], { cwd: workFolder() });
  expect(faults(JSON.parse(spoil(out)), outcomeSchema)).toHaveLength(1);
});

test('all three schemas are JSON Schemas of the same draft', async () => {
  for (const kind of ['rubric', 'outcome', 'events']) {
    const { out } = await meritlog(['schema', kind]);
    expect(JSON.parse(out)).toMatchObject({ $schema: 'https://json-schema.org/draft/2020-12/schema' });
  }
});

test('every event of the examples has what the schema of events requires', () => {
  const required = ['specversion', 'id', 'source', 'type', 'time'];
  for (const line of readFileSync(path.join(home, 'templates/blank/events.jsonl'), 'utf8').trim().split('\n')) {
    expect(Object.keys(JSON.parse(line))).toEqual(expect.arrayContaining(required));
  }
});

/** Two who are equal, and one prize. */
const SHARED = {
  'rubric.json': JSON.stringify({
    kind: 'rubric',
    id: 'prize',
    edition: '1',
    effective: { from: '2026-01-01' },
    zone: { name: 'UTC', offsets: [{ offset: '+00:00' }] },
    subject: 'player',
    keys: { player: {} },
    vocabulary: { events: { 'game.won': { fields: { player: { kind: 'key', is: 'subject' } } } } },
    cohorts: { players: { each: [], of: 'player', in: { event: 'game.won' } } },
    indicators: { wins: { per: ['player'], of: { kind: 'events', type: 'game.won' }, reduce: 'count' } },
    standings: {
      table: { among: 'players', by: [{ is: 'wins' }], awards: [{ id: 'prize', quota: 1, edge: 'split' }] },
    },
  }),
  'events.jsonl': ['ann', 'bob']
    .map((subject) =>
      JSON.stringify({
        specversion: '1.0',
        id: subject,
        source: '/club',
        type: 'game.won',
        subject,
        time: '2026-03-01T10:00:00Z',
      }),
    )
    .join('\n'),
};

/** The part of JSON Schema that our schema uses: enough to hold real outcomes to it. */
function faults(value: unknown, schema: unknown, at = ''): string[] {
  if (!isRecord(schema)) throw new Error(`no schema at ${at}`);
  if (typeof schema.$ref === 'string') return faults(value, definition(schema.$ref), at);
  const wrong = [
    wrongType(value, schema.type),
    'const' in schema && value !== schema.const,
    Array.isArray(schema.enum) && !schema.enum.includes(value),
  ];
  const pattern =
    typeof schema.pattern === 'string' && typeof value === 'string' && !new RegExp(schema.pattern).test(value);
  if (pattern || wrong.includes(true)) return [at];
  if (Array.isArray(value)) return value.flatMap((item, index) => faults(item, schema.items, `${at}/${index}`));
  if (!isRecord(value) || !(isRecord(schema.properties) || isRecord(schema.additionalProperties))) return [];
  const known = isRecord(schema.properties) ? schema.properties : {};
  const missing = Array.isArray(schema.required)
    ? schema.required.filter((name) => !(name in value)).map((name) => `${at} lacks ${name}`)
    : [];
  const inner = Object.entries(value).flatMap(([name, part]) => {
    if (name in known) return faults(part, known[name], `${at}/${name}`);
    return isRecord(schema.additionalProperties)
      ? faults(part, schema.additionalProperties, `${at}/${name}`)
      : [`${at}/${name} is a stranger`];
  });
  return [...missing, ...inner];
}

function definition(reference: string): unknown {
  const { $defs } = outcomeSchema;
  return isRecord($defs) ? $defs[reference.replace('#/$defs/', '')] : undefined;
}

function wrongType(value: unknown, type: unknown): boolean {
  if (type === undefined) return false;
  const is = value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;
  const allowed = Array.isArray(type) ? type : [type];
  return !allowed.includes(is) && !(allowed.includes('integer') && Number.isInteger(value));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
