import type { IssueEach } from '../model/rubric.js';
import type { OneOrMany } from './document-slots.js';
import { isOpen, opened, type Scope, withItem } from './formula-scope.js';
import type { Pass } from './world.js';

/** What an `issue` goes through, and what the fields of each event may name. */
export function eachAt(
  each: OneOrMany,
  pointer: string,
  scope: Scope,
  pass: Pass,
): { readonly each: IssueEach; readonly scope: Scope } {
  if (typeof each !== 'string') {
    return { each: { kind: 'texts', texts: each }, scope: withItem(scope, { type: 'text', choices: each }) };
  }
  const fields = scope.event?.fields ?? new Map<string, never>();
  const field = fields.get(each);
  if (field?.kind === 'list' && field.type !== undefined) {
    return { each: { kind: 'list', field: each }, scope: withItem(scope, { type: field.type, choices: [] }) };
  }
  if (!isOpen(scope) && !pass.world.broken.has(each)) {
    const lists = [...fields].flatMap(([name, { kind }]) => (kind === 'list' ? [name] : []));
    pass.report.add('each-list', pointer, { name: each, nearest: pass.report.near(each, lists) });
  }
  // What `item` is cannot be told, so that formulas which name it are not blamed as well.
  return { each: { kind: 'list', field: each }, scope: opened(scope) };
}
