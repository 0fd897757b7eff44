import type { JsonObject } from '../model/json.js';
import { objectAt } from './edition.js';
import { boundsFrom, ofUnits } from './field-checks.js';
import { olderFormsFrom } from './older-forms.js';
import { type Name, type NameType, name } from './scope.js';
import type { Tape } from './tape.js';

const KEY_TYPES: Readonly<Record<string, NameType>> = {
  unit: 'text',
  period: 'number',
  item: 'text',
  group: 'text',
};

export const KEYS: JsonObject = {
  unit: { title: { en: 'Unit', zh: '单位' } },
  period: { type: 'number' },
  item: {},
  group: { type: 'text' },
};

export function typeOfKey(key: string): NameType {
  return KEY_TYPES[key] ?? 'text';
}

/** An event type as rules and measures see it. */
export interface TypeHead {
  readonly type: string;
  readonly fields: readonly Name[];
  readonly keys: readonly string[];
}

export interface Vocabulary {
  /** As a rubric writes it. */
  readonly document: JsonObject;
  readonly types: readonly TypeHead[];
}

const UNIT: JsonObject = { kind: 'key', is: 'subject' };
const YEAR: JsonObject = { kind: 'key', is: 'year(date(time))' };
const unitName = name('unit', 'text');
const periodName = name('period', 'number');

/** The event types of one rubric: their fields are of every kind, and vary a little. */
export function vocabularyFrom(tape: Tape): Vocabulary {
  const registers = tape.once(3);
  const types = [
    workDone(tape, registers),
    faultFound(tape),
    unitJoined(registers),
    cardShown(tape),
    appealUpheld(),
    periodReviewed(),
    noticeGiven(),
  ];
  const common = tape.once(2) ? commonFrom(tape) : undefined;
  const read = common === undefined ? types : types.map((type) => inheriting(type, common));
  const events = {
    ...Object.fromEntries(read.map(({ head, document }) => [head.type, document])),
    ...olderFormsFrom(tape, common !== undefined),
  };
  return {
    document: { ...(common === undefined ? {} : { common: common.documents }), events },
    types: read.map(({ head }) => head),
  };
}

interface Common {
  readonly documents: JsonObject;
  readonly names: readonly Name[];
}

/** Fields of every type: computed and read ones, at times the period, which a type may have in its own way. */
function commonFrom(tape: Tape): Common {
  const period = tape.once(2);
  return {
    documents: {
      origin: { kind: 'text', is: "source + '/' + type" },
      remark: { kind: 'text', optional: true },
      ...(period ? { period: YEAR } : {}),
    },
    names: [name('origin', 'text'), name('remark', 'text'), ...(period ? [periodName] : [])],
  };
}

/** A type without what is common, and with all of it but what it has in its own way. */
function inheriting({ head, document }: TypeRead, { documents, names }: Common): TypeRead {
  const own = Object.entries(objectAt(document, 'fields')).filter(
    ([field]) => documents[field] !== YEAR || head.type === 'period.reviewed',
  );
  const remark: JsonObject = head.type === 'fault.found' ? { remark: { kind: 'number', optional: true } } : {};
  const fields: JsonObject = { ...Object.fromEntries(own), ...remark };
  const more = names.filter(({ text }) => !head.fields.some((each) => each.text === text) && !(text in remark));
  const numbered = 'remark' in remark ? [name('remark', 'number')] : [];
  const keys = more.some(({ text }) => text === 'period') ? [...head.keys, 'period'] : head.keys;
  return {
    head: { ...head, fields: [...head.fields, ...more, ...numbered], keys },
    document: { ...document, fields },
  };
}

interface TypeRead {
  readonly head: TypeHead;
  readonly document: JsonObject;
}

/** Fewer than the texts that it is computed from. */
const TONES: readonly string[] = ['a', 'x', 'u1'];

function workDone(tape: Tape, registers: boolean): TypeRead {
  const grades = ['a', 'b', 'c'];
  const computed = tape.pick(['gradeWorth(grade) * score', 'half(score)', 'steepness(score) + faults', 'score / 3']);
  const dated = tape.pick<JsonObject>([
    {},
    { effective: 'due' },
    { effective: 'seen' },
    { effective: 'addDays(due, 10)' },
  ]);
  const applies = tape.pick<JsonObject>([{}, { appliesBy: 'due' }]);
  const fields: JsonObject = {
    unit: UNIT,
    period: YEAR,
    item: tape.once(3) ? { kind: 'key', path: '$.what.item', optional: true } : { kind: 'key' },
    score: { kind: 'number', ...boundsFrom(tape), title: { en: 'Score', zh: '得分' } },
    grade: { kind: 'choice', of: grades },
    clean: { kind: 'flag' },
    due: { kind: 'date' },
    seen: { kind: 'instant', optional: true },
    about: { kind: 'text', optional: true },
    partner: { kind: 'text', optional: true, ...ofUnits(tape, registers) },
    tags: { kind: 'list', ...ofUnits(tape, registers) },
    marks: { kind: 'list', items: 'number', optional: true, ...boundsFrom(tape) },
    extra: { kind: 'number', optional: true, path: '$.more[0]' },
    late: { kind: 'number', is: 'days(due, date(time))' },
    tone: { kind: 'choice', of: TONES, is: 'coalesce(about, grade)' },
    faults: { kind: 'number', is: 'base' },
    worth: { kind: 'number', is: computed },
  };
  const names = [
    name('score', 'number', { sure: true }),
    name('worth', 'number'),
    name('extra', 'number'),
    name('late', 'number'),
    name('tone', 'text', { choices: TONES }),
    name('faults', 'number'),
    name('grade', 'text', { sure: true, choices: grades }),
    name('clean', 'flag', { sure: true }),
    name('due', 'date', { sure: true }),
    name('seen', 'instant'),
    name('about', 'text'),
    name('partner', 'text'),
    name('tags', 'text', { list: true, sure: true }),
    name('marks', 'number', { list: true }),
    unitName,
    periodName,
    name('item', 'text'),
  ];
  const document = { ...dated, ...applies, fields };
  return { head: { type: 'work.done', fields: names, keys: ['unit', 'period', 'item'] }, document };
}

function faultFound(tape: Tape): TypeRead {
  const levels = ['minor', 'grave'];
  const fields: JsonObject = {
    unit: UNIT,
    period: YEAR,
    level: { kind: 'choice', of: levels },
    span: tape.once(2) ? { kind: 'number' } : { kind: 'number', optional: true },
    about: { kind: 'text', optional: true },
  };
  const names = [
    name('level', 'text', { sure: true, choices: levels }),
    name('span', 'number'),
    name('about', 'text'),
    unitName,
    periodName,
  ];
  return { head: { type: 'fault.found', fields: names, keys: ['unit', 'period'] }, document: { fields } };
}

function unitJoined(isRegistering: boolean): TypeRead {
  const fields: JsonObject = {
    unit: UNIT,
    period: YEAR,
    group: { kind: 'key' },
    strength: { kind: 'number', optional: true },
  };
  const names = [name('strength', 'number'), unitName, periodName, name('group', 'text')];
  const registers = isRegistering ? { registers: true } : {};
  return {
    head: { type: 'unit.joined', fields: names, keys: ['unit', 'period', 'group'] },
    document: { ...registers, fields },
  };
}

export const COLOURS: readonly string[] = ['yellow', 'red', 'star'];

/** At times the colour of the card is a key, and not every value of it means something. */
function cardShown(tape: Tape): TypeRead {
  const keyed = tape.once(3);
  const fields: JsonObject = {
    ...(keyed ? { item: { kind: 'key', is: "coalesce(weight, 0) > 1 ? 'x' : colour" } } : {}),
    unit: UNIT,
    period: YEAR,
    colour: { kind: 'choice', of: [...COLOURS] },
    weight: { kind: 'number', optional: true },
  };
  const colours = {
    yellow: { polarity: 'warning', severity: 1, title: { en: 'Yellow', zh: '黄牌' } },
    red: { polarity: 'censure', severity: 2 },
    star: { polarity: 'merit', severity: 1 },
  };
  const names = [
    name('colour', 'text', { sure: true, choices: COLOURS }),
    name('weight', 'number'),
    unitName,
    periodName,
  ];
  const head = {
    type: 'card.shown',
    fields: [...names, ...(keyed ? [name('item', 'text')] : [])],
    keys: ['unit', 'period', ...(keyed ? ['item'] : [])],
  };
  const { star, ...others } = colours;
  const card = keyed ? { colour: 'item', colours: { ...others, x: star } } : { colour: 'colour', colours };
  return { head, document: { card, fields } };
}

function appealUpheld(): TypeRead {
  const fields: JsonObject = { unit: UNIT, period: YEAR, about: { kind: 'text' } };
  const names = [name('about', 'text', { sure: true }), unitName, periodName];
  return { head: { type: 'appeal.upheld', fields: names, keys: ['unit', 'period'] }, document: { fields } };
}

/** About nobody: rules with `for` fan it out. */
function periodReviewed(): TypeRead {
  const fields: JsonObject = { period: { kind: 'key' }, limit: { kind: 'number', optional: true } };
  const names = [name('period', 'number', { sure: true }), name('limit', 'number')];
  return { head: { type: 'period.reviewed', fields: names, keys: ['period'] }, document: { fields } };
}

function noticeGiven(): TypeRead {
  const fields: JsonObject = {
    unit: UNIT,
    about: { kind: 'text', optional: true },
    sum: { kind: 'number', optional: true },
  };
  const names = [name('about', 'text'), name('sum', 'number'), unitName];
  return { head: { type: 'notice.given', fields: names, keys: ['unit'] }, document: { finding: true, fields } };
}
