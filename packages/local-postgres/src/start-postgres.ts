import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, chownSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { type Binaries, binaries } from './binaries.js';
import { freePort } from './free-port.js';

/** How the superuser reaches a server. */
export interface Connection {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly database: string;
}

/** A server of its own in a temporary folder, for as long as this process lives. */
export interface LocalPostgres {
  readonly connection: Connection;
  /** Ends the server as a failing machine would, in the middle of whatever it does. */
  kill(): Promise<void>;
  /** Starts a killed server again on the same folder and port. */
  restart(): Promise<void>;
  /** Ends the server in order, and removes its folder. */
  stop(): Promise<void>;
}

/** Starts PostgreSQL with these settings of postgresql.conf. */
export async function startPostgres(settings: Readonly<Record<string, string>> = {}): Promise<LocalPostgres> {
  const programs = await binaries();
  const home = mkdtempSync(path.join(tmpdir(), 'meritlog-postgres-'));
  const connection = {
    host: '127.0.0.1',
    port: await freePort(),
    user: 'postgres',
    password: 'p',
    database: 'postgres',
  };
  prepareFolder(programs, home, connection.password);
  configure(home, { ...settings, port: String(connection.port) });
  const start = () => startServer(programs.postgres, home);
  let server = await start();
  const killAtExit = () => server.kill('SIGKILL'); // A server that outlives its tests would be nobody's.
  process.on('exit', killAtExit);
  return {
    connection,
    kill: () => end(server, 'SIGKILL'),
    restart: async () => {
      server = await patiently(start);
    },
    stop: async () => {
      await end(server, 'SIGINT');
      process.off('exit', killAtExit);
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/** PostgreSQL refuses to run as root; user 65534 is nobody. */
const owner = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : undefined;

function prepareFolder({ initdb }: Binaries, home: string, password: string): void {
  const passwords = path.join(home, 'password');
  writeFileSync(passwords, password);
  if (owner !== undefined) for (const name of [home, passwords]) chownSync(name, owner.uid, owner.gid);
  const args = ['-D', path.join(home, 'data'), '--username=postgres', '--auth=scram-sha-256', `--pwfile=${passwords}`];
  const options = ['--encoding=UTF8', '--locale=C', '--no-sync', '--no-instructions'];
  const made = spawnSync(initdb, [...args, ...options], { cwd: home, encoding: 'utf8', ...owner });
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr}`, { cause: made.error });
}

function configure(home: string, settings: Readonly<Record<string, string>>): void {
  const all = { listen_addresses: '127.0.0.1', unix_socket_directories: home, ...settings };
  const lines = Object.entries(all).map(([name, value]) => `${name} = '${value.replaceAll("'", "''")}'\n`);
  appendFileSync(path.join(home, 'data', 'postgresql.conf'), lines.join(''));
}

async function startServer(program: string, home: string): Promise<ChildProcess> {
  const server = spawn(program, ['-D', path.join(home, 'data')], {
    cwd: home,
    stdio: ['ignore', 'ignore', 'pipe'],
    ...owner,
  });
  const said: string[] = [];
  const lines = createInterface({ input: server.stderr });
  for await (const line of lines) {
    said.push(line);
    if (line.includes('ready to accept connections')) {
      server.stderr.resume();
      return server;
    }
  }
  throw new Error(`PostgreSQL did not start:\n${said.join('\n')}`);
}

/** What a killed server leaves behind takes a moment to end; each attempt takes as long as a start. */
async function patiently<T>(attempt: () => Promise<T>): Promise<T> {
  for (let left = 50; ; left -= 1) {
    try {
      return await attempt();
    } catch (error) {
      if (left === 0) throw error;
    }
  }
}

async function end(server: ChildProcess, signal: 'SIGKILL' | 'SIGINT'): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const ended = once(server, 'exit');
  server.kill(signal);
  await ended;
}
