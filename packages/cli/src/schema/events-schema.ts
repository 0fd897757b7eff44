import type { JsonObject } from '@meritlog/core';

const filled = { type: 'string', minLength: 1 };
const instant = { type: 'string', format: 'date-time' };

/** One line of an event file: CloudEvents 1.0 in JSON. Which types and data there are, the rubric says. */
export const eventsSchema: JsonObject = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'An event of a Meritlog ledger / 台账中的事件',
  type: 'object',
  required: ['specversion', 'id', 'source', 'type', 'time'],
  properties: {
    specversion: { const: '1.0' },
    id: { ...filled, description: 'Unique within its source. / 在其来源内唯一。' },
    source: { ...filled, description: 'Who reported it. / 上报者。' },
    type: {
      ...filled,
      description: 'A type of the rubric’s vocabulary, or one of meritlog.*. / 规则词汇中的类型，或 meritlog.* 之一。',
    },
    subject: { ...filled, description: 'Whom it is about. / 涉及的对象。' },
    time: { ...instant, description: 'When it happened, with an offset. / 发生时间，须带时区偏移。' },
    sequence: { ...filled, description: 'Orders the events of one instant. / 同一时刻内的先后。' },
    recordedtime: { ...instant, description: 'When a ledger learned of it. / 入账时间。' },
    datacontenttype: { const: 'application/json' },
    dataschema: filled,
    data: { type: 'object', description: 'The fields of its type. / 该类型的字段。' },
  },
  propertyNames: { pattern: '^[a-z0-9]+$' },
  additionalProperties: { type: ['string', 'number', 'boolean'] },
};
