import { spawnSync } from 'node:child_process';
import process from 'node:process';

/** What is left out where there is no server, and how to get it. */
export const WITHOUT_NATS =
  'There is no nats-server here, so the tests of the NATS store are left out. On Debian: apt-get install nats-server; elsewhere: https://github.com/nats-io/nats-server/releases';

/**
 * The program of this machine; undefined where there is none, so that what needs it can be left out.
 * @throws Error where it is missing and the environment says `CI`, which leaves nothing out
 */
export function natsServer(names: readonly string[] = ['nats-server', '/usr/sbin/nats-server']): string | undefined {
  const found = names.find((name) => spawnSync(name, ['--version']).status === 0);
  if (found === undefined && process.env.CI) throw new Error(WITHOUT_NATS);
  return found;
}
