import process from 'node:process';
import { natsServer, WITHOUT_NATS } from '@meritlog/local-nats';
import { expect, onTestFinished, test, vi } from 'vitest';
import { hasNats } from './server.js';

test('Where there is no nats-server, one line says what is left out and how to get it; where CI is set, that is a failure', () => {
  if (!hasNats) process.stdout.write(`${WITHOUT_NATS}\n`);
  onTestFinished(() => void vi.unstubAllEnvs());
  vi.stubEnv('CI', '');
  expect(natsServer(['no-nats-server'])).toBeUndefined();
  vi.stubEnv('CI', 'true');
  expect(() => natsServer(['no-nats-server'])).toThrow('apt-get install nats-server');
});
