import { freePort } from '@meritlog/local-postgres';
import { type LocalNats, startNats } from './start-nats.js';

/** Three servers that keep each other's ledgers. */
export interface LocalCluster {
  readonly servers: readonly LocalNats[];
  /** How a client reaches any of them. */
  readonly connection: { readonly servers: string[]; readonly user: string; readonly pass: string };
  stop(): Promise<void>;
}

export async function startCluster(): Promise<LocalCluster> {
  const ports = [await freePort(), await freePort(), await freePort()];
  const routes = ports.map((port) => `"nats-route://127.0.0.1:${port}"`).join(', ');
  const servers = await Promise.all(
    ports.map((port, index) =>
      startNats(`server_name: server-${index + 1}
cluster { name: meritlog, listen: "127.0.0.1:${port}", routes: [${routes}] }
`),
    ),
  );
  const all = servers.map(({ connection }) => connection.servers);
  return {
    servers,
    connection: { servers: all, user: 'meritlog', pass: 'p' },
    stop: async () => {
      await Promise.all(servers.map((server) => server.stop()));
    },
  };
}
