import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root, trackedFiles } from './repository.js';

/** A fenced block of a page. */
export interface Block {
  readonly language: string;
  readonly text: string;
  /** What a comment right above the block says about it, such as `file: june.jsonl`. */
  readonly note: string;
  /** Where its text begins and ends in the page. */
  readonly start: number;
  readonly end: number;
  /** 1-based line of its first line of text. */
  readonly line: number;
}

export interface Page {
  /** Its path from the root. */
  readonly file: string;
  readonly text: string;
  readonly blocks: readonly Block[];
}

/** The pages for readers: the README files, docs/ and the examples. */
export function docPages(): readonly Page[] {
  return trackedFiles()
    .filter((file) => file.endsWith('.md') && !file.includes('/fixtures/'))
    .map((file) => pageOf(file, readFileSync(path.join(root, file), 'utf8')));
}

function pageOf(file: string, text: string): Page {
  return { file, text, blocks: blocksOf(text) };
}

const FENCE = /(?:^<!-- ([^\n]*) -->\n)?^```([a-z]*)\n([\s\S]*?)^```$/gm;

function blocksOf(page: string): readonly Block[] {
  return [...page.matchAll(FENCE)].map((match) => {
    const [whole, note = '', language = '', text = ''] = match;
    const end = match.index + whole.length - 3;
    const start = end - text.length;
    return { language, text, note, start, end, line: page.slice(0, start).split('\n').length };
  });
}

/** The page with other texts in some of its blocks. */
export function withTexts({ text, blocks }: Page, texts: ReadonlyMap<Block, string>): string {
  let rewritten = text;
  for (const block of [...blocks].reverse()) {
    const now = texts.get(block);
    if (now !== undefined) rewritten = rewritten.slice(0, block.start) + now + rewritten.slice(block.end);
  }
  return rewritten;
}
