/** Keys with a meaning of their own in JavaScript, the doors of prototype pollution. */
export const FORBIDDEN_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** Takes the prototype away and freezes. In place, because an object born without a prototype is a slow dictionary in V8. */
export function seal<T extends object>(value: T): T {
  if (!Array.isArray(value)) Object.setPrototypeOf(value, null);
  return Object.freeze(value);
}

export function isNfc(key: string): boolean {
  return ASCII.test(key) || key.normalize('NFC') === key;
}

const ASCII = /^[ -~]*$/;
