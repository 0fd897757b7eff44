import type { Finding } from '@meritlog/core';
import type { Lang } from '../language.js';

const SHOWN = 20;

/** What someone must look at or decide, below the tables. */
export function findingsText(findings: readonly Finding[], lang: Lang): string {
  const lines = findings
    .slice(0, SHOWN)
    .map(
      ({ code, subject, message }) =>
        `  ${[subject, message[lang]].filter((part) => part !== null).join(': ')} [${code}]`,
    );
  const more = findings.length - lines.length;
  const head =
    lang === 'zh'
      ? `\n发现 ${findings.length} 项须注意：`
      : `\n${findings.length} finding${findings.length === 1 ? '' : 's'}:`;
  const tail = lang === 'zh' ? `  另有 ${more} 项，见 --format json。` : `  ${more} more in --format json.`;
  return [head, ...lines, ...(more > 0 ? [tail] : [])].join('\n');
}
