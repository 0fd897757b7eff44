import type { Graph } from './graph.js';
import type { Edge } from './graph-edges.js';
import { inOrder } from './order.js';
import type { Report } from './report.js';

/** The order in which things can be computed; circles that do not go through an earlier key are refused, drawn. */
export function orderOf(graph: Graph, report: Report): readonly string[] {
  const group = groupsOf(graph.edges);
  const rebound = reboundIn(graph.edges, group);
  const isThroughTime = (from: string, edge: Edge): boolean =>
    edge.earlier !== undefined &&
    group.get(from) === group.get(edge.to) &&
    rebound.get(group.get(from) ?? -1)?.has(edge.earlier) !== true;
  const reads = new Map(
    [...graph.edges].map(([from, edges]) => [
      from,
      edges.filter((edge) => !isThroughTime(from, edge)).map(({ to }) => to),
    ]),
  );
  const { order } = inOrder(reads);
  sayCycles(graph, reads, group, report);
  return order;
}

/** One circle for each knot of circles: with that one gone, a person can see the next. */
function sayCycles(
  graph: Graph,
  reads: ReadonlyMap<string, readonly string[]>,
  group: ReadonlyMap<string, number>,
  report: Report,
): void {
  const knots = new Map<number, string[]>();
  for (const [name, number] of group) knots.set(number, [...(knots.get(number) ?? []), name]);
  for (const names of knots.values()) {
    const inside = new Set(names);
    const { cycle } = inOrder(
      new Map(names.map((name) => [name, (reads.get(name) ?? []).filter((to) => inside.has(to))])),
    );
    if (cycle === undefined) continue;
    const drawn = cycle.map((name) => name.slice(name.lastIndexOf(' ') + 1)).join(' → ');
    report.add('cycle', graph.places.get(cycle[0] ?? '') ?? '', { cycle: drawn });
  }
}

function reboundIn(
  edges: Graph['edges'],
  group: ReadonlyMap<string, number>,
): ReadonlyMap<number, ReadonlySet<string>> {
  const rebound = new Map<number, Set<string>>();
  for (const [from, list] of edges) {
    const number = group.get(from) ?? -1;
    for (const edge of list) {
      if (group.get(edge.to) !== number) continue;
      const keys = rebound.get(number) ?? new Set();
      for (const key of edge.rebinds) keys.add(key);
      rebound.set(number, keys);
    }
  }
  return rebound;
}

/** Strongly connected groups, by two walks (Kosaraju), each with a stack of its own. */
function groupsOf(edges: Graph['edges']): ReadonlyMap<string, number> {
  const forward = new Map([...edges].map(([from, list]) => [from, list.map(({ to }) => to)]));
  const backward = new Map<string, string[]>([...edges.keys()].map((name) => [name, []]));
  for (const [from, list] of forward) for (const to of list) backward.get(to)?.push(from);
  const group = new Map<string, number>();
  let number = 0;
  for (const start of inOrder(forward).order.toReversed()) {
    if (group.has(start)) continue;
    const stack = [start];
    group.set(start, number);
    for (let name = stack.pop(); name !== undefined; name = stack.pop()) {
      for (const from of backward.get(name) ?? []) {
        if (group.has(from)) continue;
        group.set(from, number);
        stack.push(from);
      }
    }
    number += 1;
  }
  return group;
}
