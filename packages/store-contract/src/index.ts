export { contract } from './contract.js';
export type { Law, MakeStore, Requirement, StoreUnderTest } from './law.js';
export { type ContractOptions, runContract, type Trial } from './run-contract.js';
