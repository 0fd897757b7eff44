import type { Shown } from '../model/outcome.js';
import { withShortNumbers } from './short-number.js';
import type { Language, Words } from './words.js';
import { WORKING_WORDS } from './working-words.js';

/** Indented lines, and whether any of them says that a limit cut what it tells. */
export class LineWriter {
  readonly lines: string[] = [];
  protected isCut: boolean = false;

  constructor(
    protected readonly words: Words,
    protected readonly language: Language,
  ) {}

  /** What a limit cut is marked, and how to ask for it is said once, at the end. */
  protected cut(): string {
    this.isCut = true;
    return WORKING_WORDS[this.language].cut;
  }

  protected shown(value: Shown): string {
    return value === null ? this.words.unknown : String(value);
  }

  /** The document has numbers of any length. */
  protected line(depth: number, text: string): void {
    this.lines.push(`${'  '.repeat(depth)}${withShortNumbers(text)}`);
  }
}
