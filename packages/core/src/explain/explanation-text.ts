import type { Explanation, MissedClause, PlaceReason, Separation } from '../model/explanation.js';
import type { Shown } from '../model/outcome.js';
import { clausePart, consequenceText, failedText, withBasis } from './clause-text.js';
import { eventReasonLines } from './event-reason-lines.js';
import { ReasonWriter } from './reason-writer.js';
import { tiesText } from './ties-text.js';
import { type Language, WORDS, type Words } from './words.js';
import { WORKING_WORDS } from './working-words.js';

/** An explanation as indented lines for people. */
export function explanationText(explanation: Explanation, language: Language): string {
  if (explanation.kind === 'event') return eventReasonLines(explanation.event, language).join('\n');
  const writer = new Writer(WORDS[language], language);
  if (explanation.kind === 'value') writer.value(explanation);
  else writer.place(explanation.place);
  writer.end();
  return writer.lines.join('\n');
}

class Writer extends ReasonWriter {
  value({ reason, unrecorded }: Extract<Explanation, { kind: 'value' }>): void {
    this.reason(reason, 0);
    if (unrecorded === true) this.line(1, this.words.unrecorded);
  }

  end(): void {
    if (this.isCut) this.line(0, WORKING_WORDS[this.language].askFurther);
  }

  place(place: PlaceReason): void {
    const { words } = this;
    const rank = place.rank === null ? words.unranked(place.unranked ?? '') : words.rank(place.rank, place.of);
    const table = [place.title[this.language], ...Object.values(place.keys).map(String)].join(words.separator);
    this.line(0, words.row(place.subject, place.alone ? rank : words.inTable(rank, table)));
    for (const part of place.unrankedBy) this.part(part, 1);
    if (place.tied.length > 0)
      this.line(1, words.tiedWith(place.tied.join(words.separator), tiesText(place.ties, this.language)));
    this.separation(place.above, words.behind);
    this.separation(place.below, words.ahead);
    this.band(place);
    const awards = place.awards.map(
      (award) => clausePart(award, award.award, this.language) + (award.share === '1' ? '' : words.share(award.share)),
    );
    if (awards.length > 0) this.line(1, words.awards(awards.join(words.separator)));
    for (const missed of place.missedAwards) if (place.unranked === null) this.missed(missed, missed.award, 1);
    for (const consequence of place.consequences)
      this.line(1, withBasis(consequenceText(consequence, words, this.language), consequence.basis));
    if (place.total !== null) this.reason(place.total, 1);
    for (const reason of place.behind) this.reason(reason, 1);
  }

  private separation(separation: Separation | null, say: Words['behind']): void {
    if (separation === null) return;
    const key = separation.title?.[this.language] ?? separation.key;
    const { place, among, equalOn } = separation;
    const notes = [
      ...(place === null ? [] : [this.words.atPlace(place.number, place.own, place.other)]),
      ...(among === null ? [] : [this.words.amongThem(among.join(this.words.separator))]),
      ...(equalOn.length === 0 ? [] : [this.words.equalOn(equalOn.join(this.words.separator))]),
    ];
    const said = say(
      separation.subject,
      key,
      this.listed(separation.other),
      this.listed(separation.own),
      separation.difference,
    );
    this.line(1, [said, ...notes].join(this.words.separator));
    for (const reason of separation.behind) this.reason(reason, 2);
  }

  private band({ band }: PlaceReason): void {
    const { words } = this;
    if (band.band !== null || band.missed.length > 0) {
      const said = band.band === null ? words.noBand : words.band(clausePart(band, band.band, this.language));
      this.line(1, [said, ...this.placesOf(band), ...(band.plus ? [words.plus] : [])].join(words.separator));
      for (const part of band.met) this.part(part, 2);
    }
    for (const missed of band.missed) this.missed(missed, missed.band, 2);
  }

  private missed(missed: MissedClause, id: string, depth: number): void {
    const { words } = this;
    const said = words.missedBy[missed.because](clausePart(missed, id, this.language));
    this.line(depth, [said, ...this.placesOf(missed)].join(words.separator));
    for (const part of missed.failed) this.line(depth + 1, failedText(part, words));
  }

  private placesOf({ places }: { readonly places: number | null }): readonly string[] {
    return places === null ? [] : [this.words.placeCount(places)];
  }

  /** An empty list has no text of its own. */
  private listed(value: Shown): string {
    return value === '' ? this.words.noMembers : this.shown(value);
  }
}
