import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build, preview } from 'vite';
import { openBrowser } from './chromium.js';

/** What a page showed and which breaches of its content-security policy the browser saw. */
export type Visit = Readonly<{ shown: string; violations: readonly string[]; errors: readonly string[] }>;

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
].join('; ');

const html = (script: string): string =>
  `<!doctype html>\n<html lang="en"><head><title>Shown</title></head>\n` +
  `<body><pre></pre><script type="module" src="/${script}.ts"></script></body></html>\n`;

/** `console.log` writes into the page; `data-ended` says that the code has run to its end. */
const entry = `const pre = document.querySelector('pre')!;
console.log = (...parts) => pre.append(parts.join(' '), '\\n');
const ended = (how: string) => document.body.setAttribute('data-ended', how);
import('./main.ts').then(() => ended('well'), (error) => ended(String(error)));
`;

const forbidden = `try { new Function('return 1')(); } catch { document.querySelector('pre')!.append('refused'); }
document.body.setAttribute('data-ended', 'well');
`;

/** Turns a folder that holds `main.ts` into a page and builds it with Vite; a second page breaks the policy. */
export async function buildPage(dir: string): Promise<void> {
  mkdirSync(dir, { recursive: true });
  const pages = { index: entry, forbidden };
  for (const [name, script] of Object.entries(pages)) {
    writeFileSync(path.join(dir, `${name}.html`), html(`${name}-entry`));
    writeFileSync(path.join(dir, `${name}-entry.ts`), script);
  }
  const input = Object.keys(pages).map((name) => path.join(dir, `${name}.html`));
  await build({ root: dir, configFile: false, logLevel: 'error', build: { rolldownOptions: { input } } });
}

/** Opens pages of a built folder in Chromium, served under a strict policy. */
export async function visit(dir: string, pages: readonly string[]): Promise<Visit[]> {
  const headers = { 'Content-Security-Policy': policy };
  const server = await preview({ root: dir, configFile: false, logLevel: 'error', preview: { port: 0, headers } });
  const browser = await openBrowser();
  try {
    const base = server.resolvedUrls?.local[0] ?? '';
    const seen: Visit[] = [];
    for (const name of pages) seen.push(await look(await browser.newPage(), `${base}${name}.html`));
    return seen;
  } finally {
    await browser.close();
    await server.close();
  }
}

type Page = Awaited<ReturnType<Awaited<ReturnType<typeof openBrowser>>['newPage']>>;

async function look(page: Page, url: string): Promise<Visit> {
  const errors: string[] = [];
  const violations: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.exposeFunction('reportViolation', (what: string) => violations.push(what));
  await page.addInitScript(`document.addEventListener('securitypolicyviolation', (event) =>
    reportViolation(event.effectiveDirective + ' ' + event.blockedURI));`);
  await page.goto(url);
  await page.waitForSelector('[data-ended]');
  const how = await page.getAttribute('body', 'data-ended');
  if (how !== 'well') errors.push(`the code ended with ${how}`);
  return { shown: (await page.textContent('pre')) ?? '', violations, errors };
}
