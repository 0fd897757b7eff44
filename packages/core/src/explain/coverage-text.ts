import type { Bilingual } from '../model/problem.js';
import type { IndicatorCoverage, RubricCoverage, RuleCoverage } from '../model/rubric-coverage.js';
import { withBasis } from './clause-text.js';
import { COVERAGE_WORDS, type CoverageWords } from './coverage-words.js';
import { type Language, WORDS } from './words.js';

/** What of a rubric a ledger never used, as lines for people. */
export function rubricCoverageText(coverage: RubricCoverage, language: Language): string {
  const words = COVERAGE_WORDS[language];
  const { rules, asOf, events, subjects } = coverage;
  const fired = rules.filter(({ never }) => never === null).length;
  const sections: readonly (readonly [string, readonly string[]])[] = [
    [words.rules(fired, rules.length), rules.flatMap((rule) => ruleLines(rule, words, language))],
    [words.reached, reachedLines(coverage, words, language)],
    [
      words.clauses,
      [
        ...coverage.indicators.flatMap((one) => clauseLines(one, words, language)),
        ...wayLines(coverage, words, language),
      ],
    ],
    [words.tables, tableLines(coverage, words, language)],
    [words.vocabulary, typeLines(coverage, words, language)],
  ];
  const shown = sections.filter(([, lines], index) => index === 0 || lines.length > 0);
  const isFull = shown.every(([, lines]) => lines.length === 0);
  return [
    words.heading(asOf, events, subjects),
    ...shown.flatMap(([heading, lines]) => [heading, ...lines.map((line) => `  ${line}`)]),
    ...(isFull ? [words.all] : []),
  ].join('\n');
}

function ruleLines(rule: RuleCoverage, words: CoverageWords, language: Language): readonly string[] {
  if (rule.never === null) return [];
  const name = withBasis(rule.title?.[language] ?? rule.rule, rule.basis);
  const row = WORDS[language].row(name, words.never[rule.never](rule));
  return [row, ...reasonLines(rule, words, language).map((line) => `  ${line}`)];
}

function reasonLines(rule: RuleCoverage, words: CoverageWords, language: Language): readonly string[] {
  if (rule.never === 'excepted')
    return rule.exceptions.map(({ title, rule: other, times }) => words.keptBack(title?.[language] ?? other, times));
  if (rule.never !== 'failed') return [];
  const never = rule.tests.filter(({ made, held }) => made > 0 && held === 0);
  return never.length === 0
    ? [words.neverTogether]
    : never.map(({ text, made }) => words.neverTrue(text[language], made));
}

function reachedLines(
  { standings, indicators }: RubricCoverage,
  words: CoverageWords,
  language: Language,
): readonly string[] {
  const { band, award, row } = WORDS[language];
  return [
    ...standings.flatMap(({ title, rows, bands, awards }) => {
      const unreached = (say: (name: string) => string, list: typeof bands): readonly string[] =>
        list
          .filter(({ times }) => times === 0)
          .map((one) => row(title[language], words.unreached(withBasis(say(nameOf(one, language)), one.basis), rows)));
      return [...unreached(band, bands), ...unreached(award, awards)];
    }),
    ...indicators.flatMap((indicator) =>
      indicator.bands
        .filter(({ times }) => times === 0 && indicator.readings > 0)
        .map((one) =>
          row(indicatorName(indicator, language), words.unreached(band(nameOf(one, language)), indicator.readings)),
        ),
    ),
  ];
}

function nameOf({ id, title }: { readonly id: string; readonly title: Bilingual | null }, language: Language): string {
  return title?.[language] ?? id;
}

function clauseLines(indicator: IndicatorCoverage, words: CoverageWords, language: Language): readonly string[] {
  const name = indicatorName(indicator, language);
  if (indicator.readings === 0) return [];
  return indicator.clauses
    .filter(({ times, of }) => times === 0 && of > 0)
    .map(({ kind, text, of }) => WORDS[language].row(name, words.clause[kind](text, of)));
}

function indicatorName({ code, title, basis }: IndicatorCoverage, language: Language): string {
  return withBasis([...(code === null ? [] : [code]), title[language]].join(' '), basis);
}

/** Of what is judged; a whole step of a map is told as such. Formulas of the vocabulary are left to programs. */
function wayLines(
  { formulas, indicators }: RubricCoverage,
  words: CoverageWords,
  language: Language,
): readonly string[] {
  const told = new Set(
    indicators.flatMap(({ indicator, clauses }) => clauses.map(({ text }) => `${indicator} ${text}`)),
  );
  return formulas
    .filter(
      ({ part, name, text, times, of }) => part !== 'events' && times === 0 && of > 0 && !told.has(`${name} ${text}`),
    )
    .map(({ name, title, text, way, of }) => WORDS[language].row(title?.[language] ?? name, words.way(text, way, of)));
}

function tableLines({ tables }: RubricCoverage, words: CoverageWords, language: Language): readonly string[] {
  const { row } = WORDS[language];
  return tables.flatMap(({ table, rows, otherwise, hasElse }) => [
    ...rows.filter(({ times }) => times === 0).map(({ row: name }) => row(table, words.rowUnread(name))),
    ...(hasElse && otherwise === 0 ? [row(table, words.elseUnread)] : []),
  ]);
}

function typeLines({ types }: RubricCoverage, words: CoverageWords, language: Language): readonly string[] {
  const { row } = WORDS[language];
  return types.flatMap(({ type, title, seen, choices, optional }) => {
    const name = title?.[language] ?? type;
    if (seen === 0) return [row(name, words.unseen)];
    return [
      ...choices
        .filter((one) => one.seen === 0)
        .map((one) => row(name, words.choiceUnseen(one.title?.[language] ?? one.field, one.choice))),
      ...optional
        .filter((one) => one.seen === 0)
        .map((one) => row(name, words.fieldUnseen(one.title?.[language] ?? one.field))),
    ];
  });
}
