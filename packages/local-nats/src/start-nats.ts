import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { freePort } from '@meritlog/local-postgres';
import { natsServer } from './nats-server.js';

/** A server of its own in a temporary folder, for as long as this process lives. */
export interface LocalNats {
  /** How a client reaches the server. */
  readonly connection: { readonly servers: string; readonly user: string; readonly pass: string };
  /** Ends the server as a failing machine would, in the middle of whatever it does. */
  kill(): Promise<void>;
  /** Starts a killed server again on the same folder and port. */
  restart(): Promise<void>;
  /** Ends the server, and removes its folder. */
  stop(): Promise<void>;
}

/** Starts one server with JetStream; `settings` are more lines of its configuration. */
export async function startNats(settings = ''): Promise<LocalNats> {
  const program = natsServer();
  if (program === undefined) throw new Error('There is no nats-server.');
  const home = mkdtempSync(path.join(tmpdir(), 'meritlog-nats-'));
  const connection = { servers: `127.0.0.1:${await freePort()}`, user: 'meritlog', pass: 'p' };
  const file = path.join(home, 'nats.conf');
  writeFileSync(
    file,
    `listen: "${connection.servers}"
jetstream { store_dir: ${JSON.stringify(home)} }
authorization { user: ${connection.user}, password: ${connection.pass} }
${settings}`,
  );
  const start = () => startServer(program, file);
  let server = await start();
  const killAtExit = () => server.kill('SIGKILL'); // A server that outlives its tests would be nobody's.
  process.on('exit', killAtExit);
  const kill = () => end(server);
  return {
    connection,
    kill,
    restart: async () => {
      server = await start();
    },
    stop: async () => {
      await kill();
      process.off('exit', killAtExit);
      rmSync(home, { recursive: true, force: true });
    },
  };
}

async function startServer(program: string, file: string): Promise<ChildProcess> {
  const server = spawn(program, ['-c', file], { stdio: ['ignore', 'ignore', 'pipe'] });
  const said: string[] = [];
  for await (const line of createInterface({ input: server.stderr })) {
    said.push(line);
    if (line.includes('Server is ready')) {
      server.stderr.resume();
      return server;
    }
  }
  throw new Error(`nats-server did not start:\n${said.join('\n')}`);
}

async function end(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const ended = once(server, 'exit');
  server.kill('SIGKILL');
  await ended;
}
