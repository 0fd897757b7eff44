// A process of its own that appends until it is killed, and says which events it was told are stored.
import process from 'node:process';
import { createViteServer } from 'vitest/node';

const [options, name, callers] = process.argv.slice(2);
const packages = new URL('../../', import.meta.url).pathname;
const vite = await createViteServer({
  configFile: false,
  root: packages,
  logLevel: 'error',
  server: { middlewareMode: true, watch: null, ws: false },
  optimizeDeps: { noDiscovery: true },
  resolve: {
    alias: [
      { find: /^@meritlog\/([^/]+)$/, replacement: `${packages}$1/src/index.ts` },
      { find: /^@meritlog\/([^/]+)\/([^/]+)$/, replacement: `${packages}$1/src/$2/index.ts` },
    ],
  },
});
const { openNatsStore } = await vite.ssrLoadModule(`${packages}store-nats/src/index.ts`);
const store = await openNatsStore(JSON.parse(options));

async function append(caller) {
  for (let n = 0; ; n += 1) {
    const id = `${name}-${caller}-${n}`;
    const data = { text: 'x'.repeat(200) };
    const event = {
      specversion: '1.0',
      id,
      source: 'urn:test',
      type: 'matter.overdue',
      time: '2026-01-01T00:00:00Z',
      data,
    };
    const result = await store.append([event]);
    const [stored] = result.events;
    process.stdout.write(`${stored.position} ${id}\n`);
  }
}

for (let caller = 0; caller < Number(callers); caller += 1) append(caller);
