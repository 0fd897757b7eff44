import path from 'node:path';
import { defineConfig } from 'vitest/config';

const source = (file: string): string => path.resolve(import.meta.dirname, `packages/$1/src/${file}.ts`);

export default defineConfig({
  resolve: {
    alias: [
      { find: /^@meritlog\/([^/]+)$/, replacement: source('index') },
      { find: /^@meritlog\/([^/]+)\/([^/]+)$/, replacement: source('$2/index') },
    ],
  },
  test: {
    maxWorkers: '100%',
    // A loaded machine is slow, not wrong: what hangs is still ended.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    coverage: { provider: 'v8', include: ['packages/*/src/**'], reporter: ['text'] },
    projects: [
      {
        extends: true,
        test: { name: 'unit', include: ['packages/*/test/**/*.test.ts'], exclude: ['**/*.e2e.test.ts'] },
      },
      { extends: true, test: { name: 'e2e', include: ['packages/*/test/**/*.e2e.test.ts'] } },
    ],
  },
});
