import { type CloudEvent, canonical, type Json, type JsonObject } from '@meritlog/core';
import fc from 'fast-check';
import { claim, claimSame } from '../claim.js';
import { appendAll, gather, outline } from '../gather.js';
import { type Law, law, withBench } from '../law.js';
import { sampleEvent } from '../sample-event.js';
import { SAMPLING } from '../sampling.js';

export const textLaws: readonly Law[] = [
  law('The canonical text of an event comes back byte for byte', async ({ store }) => {
    const values: readonly Json[] = [
      [1e21, 1e-7, -0, 0.1, 1.1, 5e-324, 1.7976931348623157e308, 9007199254740991, -9007199254740991],
      ['\u2028\u2029', '\u0000\u001f\u007f', '"\\/\b\f\n\r\t', '😀', '功过簿', 'e\u0301', '\ufeff', '\ufffd', '\uffff'],
      { '': 0, '😀': 1, '\ufb33': 2, b: { a: [], c: {} }, 1: null, 10: true, 9: false, constructor: 1, toString: 'x' },
    ];
    for (const [index, value] of values.entries()) {
      const event = sampleEvent(index, { data: { value } });
      await appendAll(store, [event]);
      claimSame('The event', ...(await asWritten(store, event, index)));
    }
  }),

  {
    name: 'Whatever JSON the data is, it comes back with the same canonical text',
    run: (make) =>
      withBench(make, async ({ store }) => {
        let count = 0;
        const property = fc.asyncProperty(wellFormedData, async (data) => {
          const event = sampleEvent(count, { data });
          await appendAll(store, [event]);
          claimSame('The event', ...(await asWritten(store, event, count)));
          count += 1;
        });
        await fc.assert(property, { ...SAMPLING, numRuns: 100 });
      }),
  },

  law('Half a surrogate pair is refused wherever it stands', async ({ store }) => {
    const bad: readonly Partial<CloudEvent>[] = [
      { data: { text: 'a\ud800' } },
      { data: { '\udc00': 1 } },
      { data: { deep: [{ text: '\ud83d' }] } },
      { id: '\ud800' },
      { source: 'urn:\udfff' },
      { subject: 'unit\ud800' },
      { type: 'matter.\ud800' },
    ];
    for (const but of bad) {
      claimSame(`The answer to ${JSON.stringify(but)}`, (await store.append([sampleEvent(1, but)])).kind, 'invalid');
    }
    claimSame('The answer to a stream', (await store.append([sampleEvent(1)], { stream: '\ud800' })).kind, 'invalid');
    claimSame('The head', (await store.head()).position, 0);
  }),

  law('Numbers that JSON does not know are refused', async ({ store }) => {
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]) {
      claimSame(`The answer to ${value}`, (await store.append([sampleEvent(1, { data: { value } })])).kind, 'invalid');
    }
  }),

  law('Attributes and streams hold no control characters and no noncharacters', async ({ store }) => {
    for (const bad of ['a\u0000', 'a\u0000b', '\n', '\u007f', '\u0085', '\ufffe', '\u{1ffff}']) {
      for (const name of ['id', 'source', 'type', 'subject', 'sequence', 'dataschema']) {
        const result = await store.append([sampleEvent(1, { [name]: bad })]);
        claimSame(`The answer to ${name} ${JSON.stringify(bad)}`, outline(result), {
          kind: 'invalid',
          at: [`/events/0/${name}`],
        });
      }
      const result = await store.append([sampleEvent(1)], { stream: bad });
      claimSame('The answer to a stream', outline(result), { kind: 'invalid', at: ['/options/stream'] });
    }
  }),

  law('Streams and types may have any other name', async ({ store }) => {
    const names = ["'; DROP TABLE events; --", '%', '_', '"', '\\', '😀', '单位/一', 'null', ' ', '\ufeff'];
    for (const [index, name] of names.entries()) {
      await appendAll(store, [sampleEvent(index, { type: name, subject: name })]);
    }
    for (const [index, name] of names.entries()) {
      for (const query of [{ stream: name }, { types: [name] }]) {
        const ids = (await gather(store, query)).map(({ event }) => event.id);
        claimSame(`The events of ${JSON.stringify(query)}`, ids, [`e${index}`]);
      }
      const [stored] = await gather(store, { stream: name });
      claimSame('The name', stored?.stream ?? null, name);
    }
  }),

  law('What the caller changes after an append does not reach the ledger', async ({ store }) => {
    const data = { list: [1] };
    const appending = store.append([sampleEvent(1, { data })]);
    data.list.push(2);
    await appending;
    data.list.push(3);
    const [stored] = await gather(store);
    claimSame('The data', stored?.event.data ?? null, { list: [1] });
  }),

  law(
    'A field that is present but undefined is refused or absent, never stored as something else',
    async ({ store }) => {
      const event: CloudEvent = Object.assign({}, sampleEvent(1), { dataschema: undefined });
      const result = await store.append([event]);
      const [stored] = await gather(store);
      claim('The field is not there', result.kind === 'invalid' || !Object.hasOwn(stored?.event ?? {}, 'dataschema'));
    },
  ),
];

const wellFormedData: fc.Arbitrary<JsonObject> = fc
  .array(fc.tuple(fc.string({ unit: 'binary' }), fc.json({ stringUnit: 'binary', maxDepth: 3 })), { maxLength: 4 })
  .map((entries) => {
    const data: Record<string, Json> = {};
    for (const [key, text] of entries) if (key !== '__proto__') data[key] = JSON.parse(text);
    return data;
  });

/** The stored event at `index` without its recorded time, and the one that was appended: as canonical text. */
async function asWritten(
  store: Parameters<typeof gather>[0],
  event: CloudEvent,
  index: number,
): Promise<[string, string]> {
  const [stored] = await gather(store, { after: index, limit: 1 });
  const { recordedtime: _, ...content } = stored?.event ?? sampleEvent(-1);
  const { recordedtime: __, ...given } = event;
  return [canonical(content), canonical(given)];
}
