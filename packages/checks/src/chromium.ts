import { existsSync } from 'node:fs';
import process from 'node:process';
import { type Browser, chromium } from 'playwright-core';

const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Why there is no browser on this machine; undefined where there is one. */
export function noBrowser(): string | undefined {
  if (process.env.CHROMIUM_PATH || installed.some((file) => existsSync(file))) return undefined;
  if (process.platform === 'linux' && process.arch === 'x64') return undefined;
  return 'no Chromium here: install one, or name it in CHROMIUM_PATH';
}

/** A browser with a fresh profile, which Playwright makes and removes. */
export async function openBrowser(): Promise<Browser> {
  const args = ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'];
  args.push('--disable-component-update', '--disable-sync');
  if (process.getuid?.() === 0) args.push('--no-sandbox');
  return chromium.launch({ executablePath: await executable(), headless: true, args });
}

/** $CHROMIUM_PATH, else an installed one, else the one that @sparticuz/chromium carries with its libraries. */
async function executable(): Promise<string> {
  const found = process.env.CHROMIUM_PATH || installed.find((file) => existsSync(file));
  if (found) return found;
  process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs20.x'; // makes the package unpack its own libnss3 and find it
  const { default: bundled } = await import('@sparticuz/chromium');
  return bundled.executablePath();
}
