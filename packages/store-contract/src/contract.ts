import type { Law } from './law.js';
import { appendLaws } from './laws/append.js';
import { concurrencyLaws } from './laws/concurrency.js';
import { expectedLaws } from './laws/expected.js';
import { identityLaws } from './laws/identity.js';
import { lifecycleLaws } from './laws/lifecycle.js';
import { modelLaws } from './laws/model.js';
import { readingLaws } from './laws/reading.js';
import { recordedTimeLaws } from './laws/recorded-time.js';
import { tailLaws } from './laws/tail.js';
import { textLaws } from './laws/text.js';

/** Everything that the rest of Meritlog relies on in a store. */
export const contract: readonly Law[] = [
  ...appendLaws,
  ...expectedLaws,
  ...identityLaws,
  ...recordedTimeLaws,
  ...concurrencyLaws,
  ...readingLaws,
  ...textLaws,
  ...tailLaws,
  ...lifecycleLaws,
  ...modelLaws,
];
