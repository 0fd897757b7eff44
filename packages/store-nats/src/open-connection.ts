import { connect, type NatsConnection, type NodeConnectionOptions } from '@nats-io/transport-node';

/** The store's own connection, which comes back as often as it is lost; the door to the driver. */
export function openConnection(options: NodeConnectionOptions): Promise<NatsConnection> {
  return connect({ name: 'meritlog', maxReconnectAttempts: -1, reconnectTimeWait: RETRY_MS, ...options });
}

const RETRY_MS = 100;
