import { type Outcome, type Rubric, type StandingTable, shortNumber, tiesText } from '@meritlog/core';
import type { Lang } from '../language.js';
import type { Paint } from './paint.js';
import { type Column, type TableRow, tableText } from './table.js';

type StandingRow = StandingTable['rows'][number];
type Edition = Rubric['model']['editions'][number];
type Standing = Edition['standings'] extends ReadonlyMap<string, infer S> ? S : never;
type RankKey = Exclude<Standing['by'][number], { readonly kind: 'among' }>;

/** Tables for people: ranks with `=` where shared, and a line below a row only where a tie-break decided. */
export function standingsText(
  outcome: Outcome,
  tables: readonly StandingTable[],
  top: number,
  lang: Lang,
  paint: Paint,
): string {
  const ranked = outcome.rubric.model.editions.some(({ standings }) =>
    [...standings.values()].some(({ hidden }) => !hidden),
  );
  if (tables.length === 0) return ranked ? WORDS[lang].nobody : WORDS[lang].none;
  const asOf = WORDS[lang].asOf(outcome.asOf, outcome.lens.asOf === undefined);
  const texts = tables.map((table) => standingText(table, top, editionOf(outcome, table.id), lang, paint));
  return `${paint.dim(asOf)}\n\n${texts.join('\n\n')}`;
}

/** The edition that names things: the one asked for, else the latest that has the standing. */
function editionOf({ rubric, lens }: Outcome, id: string): Edition | undefined {
  const { editions } = rubric.model;
  const named = editions.find(({ edition }) => edition === lens.edition);
  return [...(named === undefined ? editions.toReversed() : [named])].find(({ standings }) => standings.has(id));
}

function standingText(
  table: StandingTable,
  top: number,
  edition: Edition | undefined,
  lang: Lang,
  paint: Paint,
): string {
  const words = WORDS[lang];
  const model = edition?.standings.get(table.id);
  const keys = Object.entries(table.keys).map(
    ([key, value]) => `${edition?.keys.get(key)?.title?.[lang] ?? key} ${value}`,
  );
  const chain = keysOf(model).map(({ name, title }) => title?.[lang] ?? name);
  const ranks = table.rows.map(({ rank }) => rank);
  const shared = new Set(ranks.filter((rank, at) => rank !== null && ranks.indexOf(rank) !== at));
  const columns: readonly Column[] = [
    { title: words.rank, align: 'right' },
    { title: words.subject, align: 'left' },
    { title: words.total, align: 'right' },
    { title: words.band, align: 'left' },
    { title: words.unranked, align: 'left' },
    { title: words.awards, align: 'left' },
    { title: words.consequences, align: 'left' },
  ];
  const rows = table.rows
    .slice(0, top)
    .map((row) => tableRow(row, edition, model, { rank: shared, place: tiedIn(table) }, lang));
  const isSaid = chain.length > 1 || shared.size > 0;
  const order = model === undefined || !isSaid ? [] : [words.order(chain, tiesText(model.ties, lang))];
  const [head = '', ...body] = tableText(columns, rows);
  return [paint.bold([table.title[lang], ...keys].join(' · ')), ...order.map(paint.dim), paint.dim(head), ...body].join(
    '\n',
  );
}

function tableRow(
  row: StandingRow,
  edition: Edition | undefined,
  model: Standing | undefined,
  tied: Tied,
  lang: Lang,
): TableRow {
  const words = WORDS[lang];
  const band = model?.bands.find(({ id }) => id === row.band)?.title?.[lang] ?? row.band ?? '';
  const award = (id: string): string => model?.awards.find((one) => one.id === id)?.title?.[lang] ?? id;
  const keys = keysOf(model);
  const key = keys.findIndex(({ name }) => name === row.decidedBy);
  const keyTitle = keys[key]?.title?.[lang] ?? row.decidedBy ?? '';
  const cells = [
    row.rank === null ? '–' : `${tied.rank.has(row.rank) ? '=' : ''}${row.rank}`,
    row.subject,
    row.total === null ? words.unknown : shortNumber(String(row.total)),
    band,
    row.unranked === null ? '' : unrankedLabel(row.unranked, model, lang),
    row.awards.map((id) => awardText(award(id), row.shares?.[id] ?? '1', lang)).join(words.separator),
    row.consequences.map((consequence) => consequenceText(consequence, edition, lang)).join(words.separator),
  ];
  if (key < 1 || model === undefined) return { cells };
  const note = tied.place.has(placeOf(row))
    ? words.tied(tiesText(model.ties, lang), keyTitle, row.by[key])
    : words.decided(keyTitle, row.by[key]);
  return { cells, note };
}

/** Ranks that several rows have, and places that several rows share, whatever ranks the convention gives them. */
interface Tied {
  readonly rank: ReadonlySet<number | null>;
  readonly place: ReadonlySet<string>;
}

function tiedIn({ rows }: StandingTable): ReadonlySet<string> {
  const places = rows.map(placeOf);
  return new Set(places.filter((place, at) => places.indexOf(place) !== at));
}

/** Rows that no key parts agree in all keys. */
function placeOf({ by, decidedBy, unranked }: StandingRow): string {
  return JSON.stringify([unranked, decidedBy, by]);
}

/** An award that is shared is told with the share. */
function awardText(title: string, share: string, lang: Lang): string {
  return share === '1' ? title : `${title}${WORDS[lang].aside(share)}`;
}

/** Its name, and what stands about it where that is more than that it is due. */
function consequenceText(
  { rule, what, status, overdue }: StandingRow['consequences'][number],
  edition: Edition | undefined,
  lang: Lang,
): string {
  const words = WORDS[lang];
  const notes = [words.status[status], overdue ? words.overdue : ''].filter((note) => note !== '');
  const name = consequenceTitle(edition, rule, lang) ?? what;
  return notes.length === 0 ? name : `${name}${words.aside(notes.join(words.separator))}`;
}

/** Every key of the order, those of blocks too, as rows list their values. */
function keysOf(model: Standing | undefined): readonly RankKey[] {
  return model?.by.flatMap((step): readonly RankKey[] => (step.kind === 'among' ? step.by : [step])) ?? [];
}

function consequenceTitle(edition: Edition | undefined, rule: string, lang: Lang): string | undefined {
  const effect = edition?.rules.get(rule)?.effect;
  return effect?.kind === 'consequence' ? effect.title?.[lang] : undefined;
}

/** The engine's own label names the key that is unknown. */
function unrankedLabel(label: string, model: Standing | undefined, lang: Lang): string {
  const key = /^unknown: (.+)$/.exec(label)?.[1];
  if (key === undefined) return label;
  return WORDS[lang].unknownKey(keysOf(model).find(({ name }) => name === key)?.title?.[lang] ?? key);
}

const WORDS = {
  en: {
    none: 'The rubric has no standing to show; --format json prints the values of each subject.',
    nobody: 'There is nobody to rank: no event puts anyone on a standing.',
    asOf: (moment: string, isLatest: boolean) => `As of ${moment}${isLatest ? ', the latest event' : ''}`,
    rank: 'rank',
    subject: 'subject',
    total: 'total',
    band: 'band',
    unranked: 'not ranked',
    awards: 'awards',
    consequences: 'consequences',
    unknown: 'unknown',
    unknownKey: (key: string) => `${key} is unknown`,
    separator: ', ',
    aside: (text: string) => ` (${text})`,
    status: {
      recommended: 'recommended',
      due: '',
      confirmed: 'confirmed',
      declined: 'declined',
      executed: 'executed',
    },
    overdue: 'overdue',
    order: (chain: readonly string[], ties: string) => `ordered by ${chain.join(', then ')}; ${ties}`,
    decided: (key: string, value: unknown) => `tie decided by ${key}: ${value ?? 'unknown'}`,
    tied: (ties: string, key: string, value: unknown) =>
      `tied; ${ties}; parted from the others by ${key}: ${value ?? 'unknown'}`,
  },
  zh: {
    none: '规则中没有可显示的排名；--format json 可输出每个对象的各项值。',
    nobody: '没有可排名的对象：没有事件使任何对象进入排名。',
    asOf: (moment: string, isLatest: boolean) => `截至 ${moment}${isLatest ? '（最后一个事件）' : ''}`,
    rank: '名次',
    subject: '对象',
    total: '总分',
    band: '等次',
    unranked: '不参加排名',
    awards: '奖项',
    consequences: '处理',
    unknown: '未知',
    unknownKey: (key: string) => `${key}未知`,
    separator: '、',
    aside: (text: string) => `（${text}）`,
    status: { recommended: '建议', due: '', confirmed: '已确认', declined: '不采纳', executed: '已兑现' },
    overdue: '逾期',
    order: (chain: readonly string[], ties: string) => `排序依次按${chain.join('、')}；${ties}`,
    decided: (key: string, value: unknown) => `同分，按「${key}」区分：${value ?? '未知'}`,
    tied: (ties: string, key: string, value: unknown) =>
      `并列，${ties}；按「${key}」与其他对象区分：${value ?? '未知'}`,
  },
} as const;
