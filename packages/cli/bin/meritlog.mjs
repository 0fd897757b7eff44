#!/usr/bin/env node
// Committed, so that the link to it exists before the first build; the program itself is built from src/bin.ts.
import { existsSync } from 'node:fs';
import process from 'node:process';

const program = new URL('../dist/bin.js', import.meta.url);
if (existsSync(program)) {
  await import(program.href);
} else {
  process.stderr.write(
    'meritlog is not built yet: run `npm run build` in the root of the repository, then try again.\n',
  );
  process.exitCode = 1;
}
