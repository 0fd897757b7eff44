export { freePort } from '@meritlog/local-postgres';
export { natsServer, WITHOUT_NATS } from './nats-server.js';
export { type LocalCluster, startCluster } from './start-cluster.js';
export { type LocalNats, startNats } from './start-nats.js';
