import { type Json, type JsonObject, SEMANTICS_SINCE } from '@meritlog/core';

/** An object that has all of these properties and no others, but for the optional ones. */
function exactly(properties: JsonObject, optional: JsonObject = {}): JsonObject {
  return {
    type: 'object',
    required: Object.keys(properties),
    properties: { ...properties, ...optional },
    additionalProperties: false,
  };
}

function listOf(items: Json): JsonObject {
  return { type: 'array', items };
}

function mapOf(values: Json): JsonObject {
  return { type: 'object', additionalProperties: values };
}

const text = { type: 'string' };
const textOrNull = { type: ['string', 'null'] };
const flag = { type: 'boolean' };
const keys = mapOf({ type: ['string', 'number'] });
const digest = { type: 'string', pattern: '^sha256:[0-9a-f]{64}$' };
const shown = { $ref: '#/$defs/shown' };
const reading = { value: shown, coverage: { $ref: '#/$defs/coverage' }, band: textOrNull, keys };

const definitions: JsonObject = {
  bilingual: exactly({ en: text, zh: text }),
  shown: {
    description:
      'A number as an exact decimal or fraction in text, a text, a date, an instant or a flag; null is unknown.',
    type: ['string', 'boolean', 'null'],
  },
  coverage: {
    ...exactly({ used: { type: 'integer', minimum: 0 }, of: { type: 'integer', minimum: 0 } }),
    description: 'Evidence used, of the evidence there is.',
  },
  consequence: exactly({
    id: { ...text, description: 'What meritlog.consequence.decided names.' },
    rule: text,
    what: text,
    to: text,
    authority: textOrNull,
    amount: textOrNull,
    due: textOrNull,
    recommendation: flag,
    status: {
      enum: ['recommended', 'due', 'confirmed', 'declined', 'executed'],
      description: 'What people last decided; recommended or due where they have not.',
    },
    overdue: {
      ...flag,
      description: 'Whether it was due before the day of asOf and is neither executed nor declined.',
    },
  }),
  row: exactly(
    {
      subject: text,
      rank: { type: ['number', 'null'], description: 'null where the row is not ranked; 1.5 with fractional ranks.' },
      total: shown,
      band: textOrNull,
      decidedBy: {
        ...textOrNull,
        description: 'The latest key that was needed to separate this row from a neighbour.',
      },
      awards: listOf(text),
      consequences: listOf({ $ref: '#/$defs/consequence' }),
      by: { ...listOf(shown), description: 'The values of the keys that order the standing.' },
      unranked: textOrNull,
    },
    {
      shares: {
        ...mapOf(text),
        description: 'The share of each of its awards; only where it does not have all of them alone.',
      },
    },
  ),
  standing: exactly({ id: text, keys, title: { $ref: '#/$defs/bilingual' }, rows: listOf({ $ref: '#/$defs/row' }) }),
  indicator: exactly(reading, { members: listOf(exactly(reading)) }),
  card: exactly({
    id: text,
    type: text,
    time: text,
    colour: text,
    polarity: { enum: ['merit', 'warning', 'censure'] },
    severity: { type: 'number' },
    state: { ...text, description: 'active, or the label of what ended it.' },
    endedAt: textOrNull,
    derived: { ...flag, description: 'Whether rules issued it rather than people.' },
    data: mapOf(shown),
  }),
  subject: exactly({
    indicators: mapOf({ $ref: '#/$defs/indicator' }),
    cards: listOf({ $ref: '#/$defs/card' }),
    consequences: listOf({ $ref: '#/$defs/consequence' }),
  }),
  finding: exactly({
    code: text,
    subject: textOrNull,
    message: { $ref: '#/$defs/bilingual' },
    facts: mapOf({ type: ['string', 'number'] }),
  }),
};

/** What `run --format json` prints. */
export const outcomeSchema: JsonObject = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'An outcome of Meritlog / 评判结果',
  ...exactly({
    kind: { const: 'outcome' },
    rubric: text,
    semantics: { enum: Object.keys(SEMANTICS_SINCE).map(Number) },
    lens: { type: 'object' },
    standings: listOf({ $ref: '#/$defs/standing' }),
    subjects: mapOf({ $ref: '#/$defs/subject' }),
    findings: listOf({ $ref: '#/$defs/finding' }),
    digests: exactly({ ledger: digest, editions: mapOf(digest), outcome: digest }),
  }),
  $defs: definitions,
};
