import { formatDay, formatInstant } from '../model/calendar.js';
import type { Condition, Expr } from '../model/expr.js';
import { exprText } from '../model/expr-text.js';
import { isJsonArray, isJsonObject, type Json, type JsonObject } from '../model/json.js';
import { type Num, printNum } from '../model/num.js';
import type { RubricNames } from './rubric-names.js';
import type { Language } from './words.js';

/** The phrases of conditions in one language. */
interface ConditionPhrases {
  readonly and: string;
  readonly or: string;
  readonly not: (text: string) => string;
  readonly always: string;
  readonly tests: Readonly<Record<string, (fact: string, value: string) => string>>;
}

const SIGNS = {
  lessThan: (fact: string, value: string) => `${fact} < ${value}`,
  lessThanInclusive: (fact: string, value: string) => `${fact} ≤ ${value}`,
  greaterThan: (fact: string, value: string) => `${fact} > ${value}`,
  greaterThanInclusive: (fact: string, value: string) => `${fact} ≥ ${value}`,
};

const PHRASES: Readonly<Record<Language, ConditionPhrases>> = {
  en: {
    and: ' and ',
    or: ' or ',
    not: (text) => `not (${text})`,
    always: 'always',
    tests: {
      ...SIGNS,
      equal: (fact, value) => `${fact} is ${value}`,
      notEqual: (fact, value) => `${fact} is not ${value}`,
      in: (fact, value) => `${fact} is one of ${value}`,
      notIn: (fact, value) => `${fact} is none of ${value}`,
      contains: (fact, value) => `${fact} holds ${value}`,
      doesNotContain: (fact, value) => `${fact} does not hold ${value}`,
      present: (fact) => `${fact} is known`,
      absent: (fact) => `${fact} is unknown`,
    },
  },
  zh: {
    and: ' 且 ',
    or: ' 或 ',
    not: (text) => `并非（${text}）`,
    always: '任何情形',
    tests: {
      ...SIGNS,
      equal: (fact, value) => `${fact} 为 ${value}`,
      notEqual: (fact, value) => `${fact} 不为 ${value}`,
      in: (fact, value) => `${fact} 为 ${value} 之一`,
      notIn: (fact, value) => `${fact} 不为 ${value} 之一`,
      contains: (fact, value) => `${fact} 含 ${value}`,
      doesNotContain: (fact, value) => `${fact} 不含 ${value}`,
      present: (fact) => `${fact} 已知`,
      absent: (fact) => `${fact} 未知`,
    },
  },
};

/** Conditions as they are written, in words; facts by their titles, fields those of the event types given. */
export class ConditionWords {
  private readonly phrases: ConditionPhrases;

  constructor(
    private readonly names: RubricNames,
    private readonly types: readonly string[],
  ) {
    this.phrases = PHRASES[names.language];
  }

  /** A formula, or plain tests by name, all of which must hold. */
  where(where: Json): string {
    if (!isJsonObject(where)) return String(where);
    const tests = Object.entries(where).map(([fact, value]) => this.tests(fact, value));
    return tests.length === 0 ? this.phrases.always : tests.join(this.phrases.and);
  }

  /** What the short form asks of one fact. */
  tests(fact: string, value: Json): string {
    if (isJsonArray(value)) return this.test(fact, 'in', value);
    if (!isJsonObject(value) || 'fact' in value) return this.test(fact, 'equal', value);
    return Object.entries(value)
      .map(([operator, operand]) => this.test(fact, operator, operand))
      .join(this.phrases.and);
  }

  /** A json-rules-engine tree. */
  tree(json: Json): string {
    return this.node(json, undefined);
  }

  /** A checked test. */
  typed({ fact, operator, value }: Condition & { readonly kind: 'test' }): string {
    const operand =
      value.kind === 'list' ? value.items.map(operandOf) : value.kind === 'expr' ? operandOf(value.expr) : true;
    return this.test(fact, operator, operand);
  }

  private node(json: Json, around: 'all' | 'any' | undefined): string {
    if (!isJsonObject(json)) return String(json);
    for (const word of ['all', 'any'] as const) {
      const list = json[word];
      if (!isJsonArray(list)) continue;
      const text = list.map((item) => this.node(item, word)).join(this.phrases[word === 'all' ? 'and' : 'or']);
      return around === undefined || word === around || list.length < 2 ? text : this.names.phrases.group(text);
    }
    if (json.not !== undefined) return this.phrases.not(this.node(json.not, undefined));
    if (typeof json.condition === 'string')
      return this.names.phrases.named(this.names.phrases.kinds.condition, json.condition, undefined);
    return this.leaf(json);
  }

  private leaf(json: JsonObject): string {
    const { fact, operator, value } = json;
    if (typeof fact !== 'string' || typeof operator !== 'string' || value === undefined) return JSON.stringify(json);
    return this.test(fact, operator, value);
  }

  private test(fact: string, operator: string, value: Json): string {
    const name = this.names.fact(fact, this.types);
    const say = this.phrases.tests[operator];
    const operand = this.operand(value);
    return say === undefined ? `${name} ${operator} ${operand}` : say(name, operand);
  }

  private operand(value: Json): string {
    if (isJsonArray(value)) return value.map((item) => this.operand(item)).join(this.names.phrases.list);
    if (isJsonObject(value))
      return typeof value.fact === 'string' ? this.names.fact(value.fact, this.types) : JSON.stringify(value);
    return typeof value === 'boolean' ? this.names.phrases.flag[value ? 'true' : 'false'] : String(value);
  }
}

/** As it is written: a literal, or another fact. */
function operandOf(expr: Expr): Json {
  if (expr.kind !== 'literal') return { fact: exprText(expr) };
  if (expr.type === 'number') return printNum(expr.value as Num);
  if (expr.type === 'date') return formatDay(expr.value as number);
  return expr.type === 'instant'
    ? formatInstant(expr.value as number)
    : expr.type === 'flag'
      ? expr.value === true
      : String(expr.value);
}
