// A year of ten townships, from an empty SQLite ledger to who is ranked where and why.
//   npm run build && node examples/four-institutions/demo.mjs [--lang zh|en]
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { explain, explanationText, parseEvents, parseRubric, replay } from '../../packages/core/dist/index.js';
import { openSqliteStore } from '../../packages/store-sqlite/dist/index.js';

const WORDS = {
  en: {
    ledger: (events, file) => `${events} events are in the ledger ${file}.`,
    judged: (events, ms) => `${events} events read back and judged in ${ms} ms.`,
    columns: ['rank', 'unit', '', 'total', 'band', 'by', 'factor', 'yuan', 'awards'],
    cards: 'Cards',
    derived: 'computed',
    until: (day) => `until ${day}`,
    since: (day) => `since ${day}`,
    findings: 'To be looked at',
    why: 'Why A03 has 49 of 80 for petitions: five points a matter before July, three since',
    whatIf: 'Other looks at the same ledger',
    lenses: ['edition 1.0.0 throughout', 'the appeal of A05 succeeds', 'without tie-breakers'],
    noBand: 'no band',
    states: {
      active: 'active',
      lapsed: 'lapsed',
      lifted: 'lifted',
      converted: 'converted',
      'became-black': 'became black',
    },
  },
  zh: {
    ledger: (events, file) => `台账 ${file} 已写入 ${events} 条事件。`,
    judged: (events, ms) => `读回 ${events} 条事件并完成评定，用时 ${ms} 毫秒。`,
    columns: ['名次', '单位', '', '总分', '等次', '取决于', '平安系数', '奖金（元）', '奖项'],
    cards: '红黄黑档案',
    derived: '计算得出',
    until: (day) => `有效至 ${day}`,
    since: (day) => `自 ${day}`,
    findings: '须注意',
    why: '桥北街道 1.1.2 为何得 49 分（满分 80）：七月前每件扣五分，七月起每件扣三分',
    whatIf: '同一台账的另外几种看法',
    lenses: ['全年适用 1.0.0 版', '新港街道申诉成立', '不设并列规则'],
    noBand: '等次待定',
    states: { active: '有效', lapsed: '到期', lifted: '已摘', converted: '已转换', 'became-black': '转为黑牌' },
  },
};
const ZONE_MS = 8 * 3_600_000;
const MARKS = { red: '🟥', yellow: '🟨', black: '⬛' };

const lang = preferred().startsWith('zh') ? 'zh' : 'en';
const words = WORDS[lang];
const bold = (text) => (process.stdout.isTTY && !process.env.NO_COLOR ? `\u001b[1m${text}\u001b[22m` : text);
const say = (text = '') => process.stdout.write(`${text}\n`);

const rubric = sound(parseRubric(fileNextToThis('rubric.json')));
const edition = rubric.model.editions.at(-1);
const ranking = edition.standings.get('ranking');
const folder = mkdtempSync(path.join(tmpdir(), 'meritlog-'));
try {
  const recorded = await throughTheLedger(path.join(folder, 'year-2026.sqlite'));
  const started = performance.now();
  const ledger = sound(parseEvents(rubric, recorded));
  const outcome = replay(ledger, rubric);
  const [table] = outcome.standings;
  const names = new Map(
    recorded.filter(({ type }) => type === 'unit.registered').map(({ subject, data }) => [subject, data.name]),
  );
  say(words.judged(recorded.length, Math.round(performance.now() - started)));
  say(`\n${bold(table.title[lang])} · ${rubric.model.title[lang]}\n`);
  say(aligned([words.columns, ...table.rows.map((row) => standingLine(outcome, row, names))], [0, 3, 6, 7]));
  say(`\n${bold(words.cards)}\n`);
  say(aligned(cardLines(outcome, names), []));
  say(`\n${bold(words.findings)}\n`);
  for (const { code, subject, message, facts } of outcome.findings) {
    if (code !== 'simultaneous') say(`  ${subject ?? ''}  ${message[lang]}  ${facts.goal ?? facts.rule ?? ''}`);
  }
  say(`\n${bold(words.why)}\n`);
  say(indented(explanationText(explain(outcome, { subject: 'A03', indicator: 'petitions' }), lang)));
  say(`\n${bold(words.whatIf)}\n`);
  say(aligned(lensLines(ledger), []));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Appends the year in the order in which it was recorded, and reads it back. */
async function throughTheLedger(file) {
  const events = fileNextToThis('events.jsonl')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  const store = await openSqliteStore({ file });
  for (let at = 0; at < events.length; at += 500) {
    const { kind, message } = await store.append(events.slice(at, at + 500), { preserveRecorded: true });
    if (kind !== 'appended') throw new Error(`${kind}: ${message?.[lang]}`);
  }
  const recorded = [];
  for await (const batch of store.read()) recorded.push(...batch.map(({ event }) => event));
  await store.close();
  say(words.ledger(recorded.length, path.basename(file)));
  return recorded;
}

function standingLine(outcome, { subject, rank, total, band, decidedBy, awards, consequences }, names) {
  const { indicators } = outcome.subjects[subject];
  const key = ranking.by.find(({ name }) => name === decidedBy);
  const awarded = awards.map((id) => ranking.awards.find((award) => award.id === id).title[lang]);
  const money = consequences.find(({ what }) => what === 'money');
  return [
    String(rank),
    subject,
    names.get(subject),
    Number(total).toFixed(2),
    bandTitle(band),
    decidedBy === 'total' ? '' : (key?.title[lang] ?? ''),
    Number(indicators.safetyFactor.value).toFixed(1),
    Number(money?.amount ?? 0)
      .toLocaleString('en')
      .replaceAll(',', ' '),
    awarded.join(lang === 'zh' ? '、' : ', '),
  ];
}

function bandTitle(id) {
  return id === null ? words.noBand : ranking.bands.find((band) => band.id === id).title[lang];
}

function cardLines(outcome, names) {
  return Object.entries(outcome.subjects).flatMap(([unit, { cards }]) =>
    cards.map(({ id, colour, data, state, endedAt, derived, time }) => [
      `  ${unit}`,
      names.get(unit),
      MARKS[colour],
      data.rule,
      day(time),
      words.states[state] ?? state,
      state === 'active' ? (data.lastDay === null ? '' : words.until(data.lastDay)) : words.since(day(endedAt)),
      derived ? words.derived : id,
    ]),
  );
}

/** One ledger, three lenses: what becomes of the units concerned. */
function lensLines(ledger) {
  const untied = { standings: { ranking: { by: [{ is: 'total' }] } } };
  const looks = [
    [{ edition: '1.0.0' }, ['A03']],
    [{ suppose: { void: ['A05-card-Y1-M5'] } }, ['A05']],
    [{ suppose: { rubric: untied } }, ['A02', 'A09']],
  ];
  return looks.flatMap(([lens, units], at) => {
    const { rows } = replay(ledger, rubric, lens).standings[0];
    const concerned = rows.filter(({ subject }) => units.includes(subject));
    return concerned.map(({ subject, rank, total, band }, line) => [
      `  ${line === 0 ? words.lenses[at] : ''}`,
      subject,
      `${rank}`,
      Number(total).toFixed(2),
      bandTitle(band),
    ]);
  });
}

/** A table as a terminal shows it; `right` are the columns that are set flush right. */
function aligned(rows, right) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => widthOf(row[column]))));
  return rows
    .map((row) =>
      row
        .map((cell, column) => padded(cell, widths[column], right.includes(column)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function padded(text, width, isRight) {
  const space = ' '.repeat(width - widthOf(text));
  return isRight ? space + text : text + space;
}

/** Chinese characters, full-width signs and the marks of cards take two columns. */
function widthOf(text) {
  return [...text].reduce(
    (width, sign) => width + (/[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uff60⬛🟥🟨]/u.test(sign) ? 2 : 1),
    0,
  );
}

function day(instant) {
  return new Date(Date.parse(instant) + ZONE_MS).toISOString().slice(0, 10);
}

function indented(text) {
  return text.replace(/^/gm, '  ');
}

function fileNextToThis(name) {
  return readFileSync(path.join(import.meta.dirname, name), 'utf8');
}

function preferred() {
  const at = process.argv.indexOf('--lang');
  if (at >= 0) return process.argv[at + 1] ?? '';
  return process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || '';
}

/** What was checked, or all its problems at once. */
function sound(result) {
  if (result.ok) return result.value;
  throw new Error(result.problems.map(({ pointer, message }) => `${pointer} ${message[lang]}`).join('\n'));
}
