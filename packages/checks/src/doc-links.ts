import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from './doc-blocks.js';
import { root } from './repository.js';

const LINK = /\]\((?!https?:|mailto:)([^)\s#]*)(?:#([^)\s]*))?\)/g;
const HELD = /`((?:core|reference|cli|checks|store-[a-z]+)\/test\/[^`]+\.test\.ts)`:\s+"([^"]+)"/g;

/** Links of a page to files or headings that are not there. */
export function deadLinks({ file, text }: Page): readonly string[] {
  return [...withoutCode(text).matchAll(LINK)].flatMap(([whole, to = '', heading]) => {
    const target = to === '' ? file : path.posix.join(path.posix.dirname(file), to);
    if (!existsSync(path.join(root, target))) return [`${file}: ${whole} leads nowhere`];
    if (heading === undefined || anchorsOf(target).includes(decodeURIComponent(heading))) return [];
    return [`${file}: ${target} has no heading #${heading}`];
  });
}

/** What a page says about tests that hold something. */
export interface Claim {
  readonly test: string;
  readonly title: string;
}

export function claims(text: string): readonly Claim[] {
  return [...text.matchAll(HELD)].map(([, test = '', title = '']) => ({ test, title: title.replace(/\s+/g, ' ') }));
}

/** Claims of a page about tests that there are not. */
export function emptyClaims({ file, text }: Page): readonly string[] {
  return claims(text).flatMap(({ test, title }) => {
    const whole = path.join(root, 'packages', test);
    if (!existsSync(whole)) return [`${file} names ${test}, which is not there`];
    return readFileSync(whole, 'utf8').includes(title) ? [] : [`${file}: ${test} has no test "${title}"`];
  });
}

function anchorsOf(file: string): readonly string[] {
  const headings = readFileSync(path.join(root, file), 'utf8').matchAll(/^#+ (.+)$/gm);
  return [...headings].map(([, title = '']) => anchorOf(title));
}

/** As GitHub makes it: lower case, spaces to hyphens, punctuation dropped. */
export function anchorOf(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(' ', '-');
}

function withoutCode(text: string): string {
  return text.replace(/^```[\s\S]*?^```$/gm, '').replace(/`[^`\n]*`/g, '');
}
