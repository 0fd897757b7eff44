// That a law fails is all that is asked here, so its case is not made smaller. The settings of fast-check are global,
// so it does not matter which copy of it sets them.
import { createRequire } from 'node:module';
import path from 'node:path';

const core = path.resolve(import.meta.dirname, '../packages/core/package.json');
const { configureGlobal } = createRequire(core)('fast-check');
configureGlobal({ endOnFailure: true });
