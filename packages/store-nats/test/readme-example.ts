import { openNatsStore } from '@meritlog/store-nats';

const ledger = await openNatsStore({
  connection: { servers: process.env.NATS_URL ?? 'nats://127.0.0.1:4222' }, // And user, pass, token, tls …
  ledger: 'inspections',
});

const overdue = {
  specversion: '1.0',
  id: '2026-017',
  source: 'urn:example:inspection-office',
  type: 'matter.overdue',
  subject: 'roads',
  time: '2026-03-01T09:00:00+08:00',
  data: { days: 12 },
} as const;

console.log((await ledger.append([overdue])).kind);
console.log((await ledger.append([overdue])).kind);
for await (const batch of ledger.read({ stream: 'roads', occurred: { before: '2027-01-01T00:00:00+08:00' } })) {
  for (const { position, event } of batch) console.log(position, event.type, event.data);
}
await ledger.close();
