import process from 'node:process';

/** `npm run bench` measures replay, `npm run bench -- stores` the stores. */
if (process.argv.includes('stores')) await (await import('./stores/bench-stores.js')).benchStores();
else await (await import('./bench-replay.js')).benchReplay();
