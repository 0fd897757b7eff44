import { checkFormula } from './formula-check.js';
import type { Scope } from './formula-scope.js';
import type { Place, Syntax } from './formula-syntax.js';
import { type Check, type Typed, typed } from './formula-typed.js';
import type { Pass } from './world.js';

export interface Fact {
  readonly typed: Typed;
  readonly isList: boolean;
}

/** A fact is a plain name, or a part of a standing; anything else is refused before it is read as a name. */
export function factAt(fact: string, pointer: string, pass: Pass, scope: Scope): Fact | undefined {
  const [whole, name = '', part] = NAME.exec(fact) ?? [];
  if (whole === undefined || fact === 'unknown') {
    pass.report.add('condition-fact-name', pointer, { fact });
    return undefined;
  }
  const at: Place = { piece: fact, column: 1 };
  const field = scope.event?.fields.get(fact);
  if (field?.kind === 'list')
    return { typed: typed({ kind: 'field', type: field.type ?? 'text', name: fact }, at), isList: true };
  const syntax: Syntax =
    part === undefined ? { kind: 'name', name, ...at } : { kind: 'part', of: name, part, args: undefined, ...at };
  const read = checkFormula(syntax, pass.world, scope, {
    say: sayOfFact(fact, pointer, pass),
    near: pass.report.near,
  });
  return { typed: read, isList: false };
}

const NAME = /^([A-Za-z_][A-Za-z0-9_]*)(?:\.([A-Za-z_][A-Za-z0-9_]*))?$/;

/** A name that is unknown is called an unknown fact here. */
function sayOfFact(fact: string, pointer: string, pass: Pass): Check['say'] {
  return (code, facts) => {
    const nearest = 'nearest' in facts ? String(facts.nearest) : '';
    const isUnknown = code === 'name-unknown' || code === 'standing-unknown';
    if (isUnknown) pass.report.add('condition-fact-unknown', pointer, { fact, nearest });
    else pass.report.add(code, pointer, facts);
  };
}
