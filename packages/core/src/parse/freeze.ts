/** Freezes a value with all it holds, maps included; what is frozen already was frozen whole. */
export function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  if (value instanceof Map) for (const [key, inner] of value) value.set(key, frozen(inner));
  Object.freeze(value);
  for (const inner of Object.values(value)) frozen(inner);
  return value;
}
