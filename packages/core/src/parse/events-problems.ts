import {
  about,
  type Facts,
  INSTANT,
  INSTANT_FAULTS,
  isNot,
  meant,
  REMEDIES,
  type Sentences,
  said,
  within,
  write,
} from './events-wording.js';

/** Everything that can be wrong with events, besides their JSON (`JsonProblemCode`). */
export type EventProblemCode =
  | 'event-not-object'
  | 'event-specversion'
  | 'event-field'
  | 'event-instant'
  | 'event-content-type'
  | 'event-data'
  | 'event-attribute'
  | 'event-extension'
  | 'event-value'
  | 'event-type-unknown'
  | 'field-missing'
  | 'field-kind'
  | 'field-choice'
  | 'field-range'
  | 'field-unknown'
  | 'computed-field-given'
  | 'id-conflict'
  | 'void-unknown-event'
  | 'subject-unregistered'
  | 'value-unregistered'
  | 'too-many-events'
  | 'too-many-problems';

/** What they say: `place` is the number of the event from 1, `found` the value as JSON, `nearest` empty where nothing is near. */
export const EVENT_SENTENCES: Readonly<Record<EventProblemCode, (facts: Facts) => Sentences>> = {
  'event-not-object': ({ found, place }) =>
    said(
      [`Event ${place} is ${found}, not a JSON object.`, `第 ${place} 个事件是 ${found}，不是 JSON 对象。`],
      [
        'Write a CloudEvents 1.0 object with specversion, id, source, type, time and data.',
        '请写成 CloudEvents 1.0 对象，含 specversion、id、source、type、time 和 data。',
      ],
    ),
  'event-specversion': (facts) =>
    about(
      facts,
      [
        `specversion is ${facts.found}; a ledger takes version 1.0 of CloudEvents.`,
        `specversion ${facts.found === 'missing' ? '缺失' : `为 ${facts.found}`}，台账只接受 CloudEvents 1.0。`,
      ],
      ['Write "specversion": "1.0".', '请写 "specversion": "1.0"。'],
    ),
  'event-field': (facts) =>
    about(
      facts,
      facts.found === ''
        ? [`${facts.field} is missing; every event has one.`, `缺少 ${facts.field}，每个事件都必须有。`]
        : [
            `${facts.field} is ${facts.found}; it must be a text that is not empty.`,
            `${facts.field} 为 ${facts.found}，必须是非空文本。`,
          ],
      REMEDIES[`${facts.field}`] ?? [
        `Write ${facts.field} as a text in double quotes, or leave it out.`,
        `请将 ${facts.field} 写成双引号中的文本，或不写该项。`,
      ],
    ),
  'event-instant': (facts) => {
    const why = INSTANT_FAULTS[`${facts.reason}`] ?? { en: 'is no instant', zh: '不是时刻' };
    return about(
      facts,
      [`${facts.field} is ${facts.found}, which ${why.en}.`, `${facts.field} 为 ${facts.found}，${why.zh}。`],
      [`Write it like ${INSTANT}.`, `请写成 ${INSTANT} 的形式。`],
    );
  },
  'event-content-type': (facts) =>
    about(
      facts,
      [
        `datacontenttype is ${facts.found}, but the data of a ledger is JSON.`,
        `datacontenttype 为 ${facts.found}，而台账的数据是 JSON。`,
      ],
      ['Write "application/json", or leave it out.', '请写 "application/json"，或不写该项。'],
    ),
  'event-data': (facts) =>
    about(
      facts,
      [`data is ${facts.found}, not a JSON object.`, `data 为 ${facts.found}，不是 JSON 对象。`],
      ['Put a single value under the name of its field.', '单个值请放在其字段名之下。'],
    ),
  'event-attribute': (facts) =>
    about(
      facts,
      [
        `${facts.field} is no name for an attribute: these have only lower-case letters a–z and digits.`,
        `${facts.field} 不能作为属性名：属性名只含小写字母 a–z 和数字。`,
      ],
      meant(facts, ['Put it into data if it is part of what happened.', '若属于事情本身，请放入 data。']),
    ),
  'event-extension': (facts) =>
    about(
      facts,
      [
        `the attribute ${facts.field} is ${facts.found}; attributes are texts, numbers or flags.`,
        `属性 ${facts.field} 为 ${facts.found}，属性只能是文本、数字或真假值。`,
      ],
      ['Put structured values into data; leave out what is unknown.', '结构化的值请放入 data；未知的项请不写。'],
    ),
  'event-value': (facts) =>
    about(
      facts,
      [
        `${facts.field} is ${facts.found}, which JSON cannot hold.`,
        `${facts.field} 为 ${facts.found}，JSON 无法表示。`,
      ],
      ['Give texts, numbers, flags, lists and plain objects only.', '请只用文本、数字、真假值、列表和普通对象。'],
    ),
  'event-type-unknown': (facts) =>
    about(
      facts,
      [
        `no edition of the rubric ${facts.rubric} knows the type ${facts.type}.`,
        `方案 ${facts.rubric} 的任何版本都没有事件类型 ${facts.type}。`,
      ],
      meant(facts, [
        'Declare the type under vocabulary.events, or leave the event out.',
        '请在 vocabulary.events 中声明该类型，或去掉该事件。',
      ]),
    ),
  'field-missing': (facts) =>
    about(
      facts,
      [`the field ${facts.field} is missing.`, `缺少字段 ${facts.field}。`],
      [`Give ${write(facts)[0]}.`, `请给出${write(facts)[1]}。`],
    ),
  'field-kind': (facts) =>
    about(
      facts,
      [
        `${facts.field} is ${facts.found}, which is ${isNot(facts)[0]}.`,
        `${facts.field} 为 ${facts.found}，${isNot(facts)[1]}。`,
      ],
      facts.found === 'null'
        ? ['Leave the field out where it has no value.', '没有值时请不写该字段。']
        : [`Write ${write(facts)[0]}.`, `请改为${write(facts)[1]}。`],
    ),
  'field-choice': (facts) =>
    about(
      facts,
      [
        `${facts.field} is ${facts.found}, which is none of ${facts.choices}.`,
        `${facts.field} 为 ${facts.found}，不在 ${facts.choices} 之中。`,
      ],
      meant(facts, ['Write one of these.', '请改为其中之一。']),
    ),
  'field-range': (facts) =>
    about(
      facts,
      [
        `${facts.field} is ${facts.found}; it must be ${within(facts)[0]}.`,
        `${facts.field} 为 ${facts.found}，应${within(facts)[1]}。`,
      ],
      ['Correct the number, or the bounds in the vocabulary.', '请改正该数，或改正词汇中的界限。'],
    ),
  'field-unknown': (facts) =>
    about(
      facts,
      [`events of this type have no field ${facts.field}.`, `这类事件没有字段 ${facts.field}。`],
      meant(facts, [
        'Declare the field in the vocabulary, or leave it out.',
        '请在 vocabulary 中声明该字段，或不写该字段。',
      ]),
    ),
  'computed-field-given': (facts) =>
    about(
      facts,
      [
        `${facts.field} is given, but the rubric computes it: ${facts.formula}.`,
        `给出了 ${facts.field}，而该字段由方案计算：${facts.formula}。`,
      ],
      ['Leave it out.', '请不写该字段。'],
    ),
  'id-conflict': (facts) =>
    about(
      facts,
      facts.first === ''
        ? [
            `the ledger has an event of this id and source (${facts.source}) with other content.`,
            `台账中已有相同 id 和来源（${facts.source}）而内容不同的事件。`,
          ]
        : [
            `event ${facts.first} has the same id and source (${facts.source}) with other content.`,
            `第 ${facts.first} 个事件的 id 和来源（${facts.source}）相同而内容不同。`,
          ],
      [
        'Give it an id of its own; to correct the other one, void it and report anew.',
        '请给它另一个 id；若要更正前者，请先冲正再重新上报。',
      ],
    ),
  'void-unknown-event': (facts) =>
    about(
      facts,
      [
        `it voids ${facts.target}, but there is no such event from ${facts.source}.`,
        `它冲正 ${facts.target}，但来源 ${facts.source} 中没有这个事件。`,
      ],
      facts.elsewhere === ''
        ? ['Write the id of an event in the ledger.', '请写台账中某个事件的 id。']
        : [
            `An event of this id comes from ${facts.elsewhere}; add "source": ${facts.elsewhere} to the data.`,
            `来源 ${facts.elsewhere} 中有此 id 的事件；请在 data 中加上 "source": ${facts.elsewhere}。`,
          ],
    ),
  'subject-unregistered': (facts) =>
    about(
      facts,
      [`the subject ${facts.subject} is registered nowhere.`, `对象 ${facts.subject} 没有登记。`],
      meant(facts, ['Add the event that registers it.', '请补上登记该对象的事件。']),
    ),
  'value-unregistered': (facts) =>
    about(
      facts,
      [
        `${facts.field} is ${facts.found}, which no event registers as a value of the key ${facts.key}.`,
        `${facts.field} 为 ${facts.found}，没有事件将其登记为维度 ${facts.key} 的取值。`,
      ],
      meant(facts, ['Add the event that registers it.', '请补上登记它的事件。']),
    ),
  'too-many-events': ({ count, limit }) =>
    said(
      [`These are ${count} events; ${limit} is the limit.`, `共有 ${count} 个事件，上限为 ${limit} 个。`],
      ['Split them into ledgers of a period each.', '请按期间拆成多个台账。'],
    ),
  'too-many-problems': ({ count, limit }) =>
    said(
      [
        `The list ends after ${limit} problems; ${count} more events have some that are not listed.`,
        `问题只列出前 ${limit} 个，另有 ${count} 个事件的问题未列出。`,
      ],
      ['Correct these first.', '请先改正已列出的问题。'],
    ),
};
