export type Facts = Readonly<Record<string, string | number>>;

/** A sentence in English and in Chinese. */
export type Words = readonly [en: string, zh: string];

export type Sentences<Code extends string> = Readonly<
  Record<Code, (facts: Facts) => readonly [message: Words, fix: Words]>
>;

/** What a person typed, cut so that a sentence stays a sentence. */
export function shown(text: string | number | undefined): string {
  const characters = Array.from(
    String(text ?? '')
      .slice(0, 2 * LONGEST + 2)
      .replace(/[\p{Cc}\p{Surrogate}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '�'),
  );
  return characters.length <= LONGEST ? characters.join('') : `${characters.slice(0, LONGEST).join('')}…`;
}

const LONGEST = 60;

export function meant(near: string | number | undefined, otherwise: Words): Words {
  return near === undefined || near === ''
    ? otherwise
    : [`Did you mean "${shown(near)}"?`, `是否应为「${shown(near)}」？`];
}
