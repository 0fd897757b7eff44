import type { Json } from '../model/json.js';

/** An object that inherits no key. */
export function bare(): Record<string, Json> {
  return new Bare();
}

/** Whether an object inherits no key. */
export function inheritsNothing(value: object): boolean {
  const parent: unknown = Object.getPrototypeOf(value);
  return parent === null || parent === Bare.prototype;
}

/**
 * Its prototype is empty. In V8, `Object.create(null)` makes a dictionary and `setPrototypeOf` changes the layout of
 * each object; events copied into instances of this class pass the door in well under half the time.
 */
class Bare {
  [key: string]: Json;
}
Reflect.deleteProperty(Bare.prototype, 'constructor');
Object.setPrototypeOf(Bare.prototype, null);
Object.freeze(Bare.prototype);
