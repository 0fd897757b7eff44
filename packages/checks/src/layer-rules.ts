/** The rooms of core. A stage imports model/ and itself; model/ imports only itself. */
export const rooms: readonly string[] = [
  'model',
  'parse',
  'compile',
  'replay',
  'explain',
  'analyse',
  'amend',
  'decide',
  'store',
  'testing',
];

/** Where each library lives: a package, or a room of one. Nothing else imports it. */
export const homes: Readonly<Record<string, readonly string[]>> = {
  'decimal.js': ['core/model', 'reference'],
  '@noble/hashes': ['core/model'],
  zod: ['core/parse', 'import/mapping'],
  'csv-parse': ['import/text'],
  fflate: ['import/sheet'],
  saxes: ['import/sheet'],
  '@marcbachmann/cel-js': ['core/parse'],
  immer: ['core/amend', 'core/decide'],
  'fast-check': ['core/testing', 'store-contract'],
  'json-rules-engine': ['reference'],
  '@photostructure/sqlite': ['store-sqlite'],
  pg: ['store-postgres'],
  '@nats-io/transport-node': ['store-nats'],
  '@nats-io/jetstream': ['store-nats'],
  commander: ['cli'],
};

/** Which of our packages each package knows. The private ones know all of them. */
export const knows: Readonly<Record<string, readonly string[]>> = {
  core: [],
  reference: ['core'],
  'store-contract': ['core'],
  import: ['core'],
  'store-sqlite': ['core'],
  'store-postgres': ['core'],
  'store-nats': ['core'],
  cli: ['core', 'import', 'reference', 'store-sqlite'],
};

/** The packages that run on a server or a desk only; all others must also run in a page. */
export const mayUseNode: readonly string[] = ['import', 'store-sqlite', 'store-postgres', 'store-nats', 'cli'];

/** Private packages: they may use any library and Node, but reach the others by name like everyone. */
export const unpublished: readonly string[] = ['bench', 'checks', 'local-postgres', 'local-nats'];

/**
 * What the reference evaluator may take from core as values: reading, and nothing that evaluates.
 * Types are free, as they compute nothing.
 */
export const referenceMayTake: readonly string[] = ['parseRubric', 'parseEvent', 'parseEvents'];
