export { type NatsStoreOptions, type NatsStoreSource, openNatsStore } from './nats-store.js';
