/**
 * A path as a plain chain of own properties: `$.severity`, `$.items[0]`. Anything else yields undefined, and nothing
 * in it is ever run. It stands where json-rules-engine would use jsonpath-plus, which runs code it finds in a path.
 */
export function plainPath(value: unknown, path: string): unknown {
  if (!/^\$?(\.?[A-Za-z_][A-Za-z0-9_-]*|\[[0-9]+\])*$/.test(path)) return undefined;
  const keys = path.match(/[A-Za-z_][A-Za-z0-9_-]*|[0-9]+(?=\])/g) ?? [];
  return keys.reduce<unknown>((at, key) => ownProperty(at, key), value);
}

function ownProperty(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.entries(value).find(([name]) => name === key)?.[1];
}
