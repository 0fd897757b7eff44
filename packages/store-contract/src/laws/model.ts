import { memoryStore } from '@meritlog/core';
import fc from 'fast-check';
import { queries, type Step, steps } from '../arbitrary.js';
import { claimSame } from '../claim.js';
import { asJson, gather, outline } from '../gather.js';
import { type Law, withBench } from '../law.js';
import { SAMPLING } from '../sampling.js';

export const modelLaws: readonly Law[] = [
  {
    name: 'Whatever is appended, read and refused, in any order: all is as in the memory store',
    run: async (make) => {
      const property = fc.asyncProperty(steps, fc.array(queries, { maxLength: 4 }), (walk, looks) =>
        withBench(make, async ({ store, clock }) => {
          const model = memoryStore({ now: clock.now });
          for (const step of walk) await take(step, clock.advance, [store, model]);
          for (const query of [{}, ...looks]) {
            const [found, wanted] = [await gather(store, query), await gather(model, query)];
            claimSame(`What ${JSON.stringify(query)} gives`, asJson(found), asJson(wanted));
          }
          claimSame('The head', { ...(await store.head()) }, { ...(await model.head()) });
        }),
      );
      await fc.assert(property, SAMPLING);
    },
  },
];

type Stores = readonly [tried: ReturnType<typeof memoryStore>, model: ReturnType<typeof memoryStore>];

async function take(step: Step, advance: (ms: number) => void, [tried, model]: Stores): Promise<void> {
  if (step.kind === 'clock') return advance(step.ms);
  const [given, wanted] = [
    await tried.append(step.events, step.options),
    await model.append(step.events, step.options),
  ];
  claimSame(`The answer to ${JSON.stringify(step)}`, outline(given), outline(wanted));
}
