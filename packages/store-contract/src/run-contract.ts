import { contract } from './contract.js';
import type { MakeStore, Requirement } from './law.js';

export interface ContractOptions {
  /** Laws that this store is known to break, by name, each with the reason. */
  readonly skip?: Readonly<Record<string, string>>;
  /** Registers or runs one law; without it the laws run one after another, and the first broken one rejects. */
  readonly test?: (name: string, trial: Trial) => void | Promise<void>;
}

/** A law applied to one store: to be run, or left out for a reason. */
export type Trial =
  | { readonly kind: 'run'; readonly run: () => Promise<void> }
  | { readonly kind: 'skip'; readonly reason: string };

/**
 * Puts every law of the contract to the stores that `make` makes. It looks at one of them first: a law about something
 * that the store does not claim is skipped.
 * @throws Error for a skip that names no law or gives no reason
 */
export async function runContract(
  make: MakeStore,
  { skip = {}, test = runAtOnce }: ContractOptions = {},
): Promise<void> {
  checkSkips(skip);
  const able = await abilities(make);
  for (const { name, requires, run } of contract) {
    const reason = skip[name] ?? (requires === undefined || able[requires] ? undefined : LACKS[requires]);
    const trial: Trial = reason === undefined ? { kind: 'run', run: () => run(make) } : { kind: 'skip', reason };
    await test(name, trial);
  }
}

const LACKS: Readonly<Record<Requirement, string>> = {
  dense: 'This store does not claim dense positions.',
  another: 'This store opens no second handle on a ledger.',
};

async function runAtOnce(name: string, trial: Trial): Promise<void> {
  if (trial.kind === 'skip') return;
  await trial.run().catch((cause: unknown) => {
    throw new Error(`This store breaks a law: ${name}`, { cause });
  });
}

function checkSkips(skip: Readonly<Record<string, string>>): void {
  for (const [name, reason] of Object.entries(skip)) {
    if (!contract.some((law) => law.name === name)) {
      throw new Error(`No law is called ${JSON.stringify(name)}; drop the skip, or give the name of a law.`);
    }
    if (reason.trim() === '') throw new Error(`The skip of ${JSON.stringify(name)} gives no reason; write one.`);
  }
}

async function abilities(make: MakeStore): Promise<Readonly<Record<Requirement, boolean>>> {
  const made = await make({ now: () => 0 });
  const able = { dense: made.store.capabilities.dense, another: made.another !== undefined };
  await made.end();
  return able;
}
