import path from 'node:path';
import process from 'node:process';
import { defineConfig } from 'vitest/config';
import { FAULTS } from './faults.js';

const root = path.resolve(import.meta.dirname, '../../../..');
const fault = FAULTS[Number(process.env.MERITLOG_FAULT)];
if (fault === undefined) throw new Error('MERITLOG_FAULT names no fault');
const target = path.join(root, 'packages/core/src', fault.file);

/** The tests of a fault, over sources in which it was planted while they were read. */
export default defineConfig({
  root,
  resolve: { alias: [{ find: /^@meritlog\/([^/]+)$/, replacement: path.join(root, 'packages/$1/src/index.ts') }] },
  plugins: [
    {
      name: 'planted-fault',
      enforce: 'pre',
      transform: (code, id) =>
        id.split('?')[0] === target ? code.replace(fault.find, () => fault.replace) : undefined,
    },
  ],
  test: { include: ['packages/core/test/**/*.test.ts'], bail: 1, reporters: ['dot'], silent: true },
});
