/** The names in an order in which each comes after what it reads, and the first circle among them, closed: a, b, a. */
export function inOrder(reads: ReadonlyMap<string, readonly string[]>): {
  readonly order: readonly string[];
  readonly cycle: readonly string[] | undefined;
} {
  const order: string[] = [];
  const state = new Map<string, 'open' | 'done'>();
  let cycle: readonly string[] | undefined;
  for (const start of reads.keys()) {
    if (state.has(start)) continue;
    // A stack of our own: a chain of two thousand names is deeper than the call stack may be.
    const path: { readonly name: string; readonly rest: Iterator<string> }[] = [];
    const enter = (name: string): void => {
      state.set(name, 'open');
      path.push({ name, rest: (reads.get(name) ?? []).values() });
    };
    enter(start);
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const next = top.rest.next();
      if (next.done === true) {
        state.set(top.name, 'done');
        order.push(top.name);
        path.pop();
      } else if (state.get(next.value) === 'open')
        cycle ??= closed(
          path.map(({ name }) => name),
          next.value,
        );
      else if (reads.has(next.value) && !state.has(next.value)) enter(next.value);
    }
  }
  return { order, cycle };
}

function closed(path: readonly string[], back: string): readonly string[] {
  return [...path.slice(path.indexOf(back)), back];
}
