import { once } from 'node:events';
import { createConnection, createServer, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

/** A wire between clients and a server, which can be cut. */
export interface Proxy {
  readonly servers: string;
  /** From now on nothing that the server says reaches the clients, as if it were lost on the way. */
  mute(): void;
  unmute(): void;
  /** Ends all connections; clients may come back. */
  cut(): void;
  /** Does so once the server has said so many more bytes. */
  cutAfter(bytes: number): void;
}

/** Ends with the test. */
export async function proxyTo(servers: string): Promise<Proxy> {
  const [host, port] = servers.split(':');
  const sockets = new Set<Socket>();
  let isMuted = false;
  let left = Number.POSITIVE_INFINITY;
  const wire = createServer((client) => {
    const server = createConnection({ host: host ?? '', port: Number(port) });
    for (const [socket, other] of [
      [client, server],
      [server, client],
    ] as const) {
      sockets.add(socket);
      socket.on('error', () => {});
      socket.on('close', () => {
        sockets.delete(socket);
        other.destroy();
      });
    }
    client.on('data', (data) => server.write(data));
    server.on('data', (data) => {
      if (!isMuted) client.write(data);
      left -= data.length;
      if (left > 0) return;
      left = Number.POSITIVE_INFINITY;
      cut();
    });
  });
  await once(wire.listen(0, '127.0.0.1'), 'listening');
  const cut = (): void => {
    for (const socket of sockets) socket.destroy();
  };
  onTestFinished(() => {
    cut();
    wire.close();
  });
  const address = wire.address();
  if (typeof address !== 'object' || address === null) throw new Error('This machine gave no port.');
  return {
    servers: `127.0.0.1:${address.port}`,
    mute: () => {
      isMuted = true;
    },
    unmute: () => {
      isMuted = false;
    },
    cut,
    cutAfter: (bytes) => {
      left = bytes;
    },
  };
}
