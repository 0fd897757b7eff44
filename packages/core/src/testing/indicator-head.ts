import { type Name, type NameType, name, type Scope, withNames } from './scope.js';
import { typeOfKey } from './vocabulary.js';

/** What is known of an indicator by those that may read it. */
export interface IndicatorHead {
  readonly name: string;
  readonly per: readonly string[];
  readonly with: readonly string[];
  readonly type: NameType;
  readonly kind: 'events' | 'given' | 'each' | 'parts' | 'formula';
  readonly full: number | undefined;
  /** Whether it picks one event, the last or the first of some. */
  readonly picks: boolean;
  /** Keys whose values its events carry, where it counts events. */
  readonly carries: readonly string[];
}

/** Values that keys have in generated events. */
const KEY_LITERALS: Readonly<Record<string, readonly string[]>> = {
  unit: ["'u1'", "'u2'"],
  period: ['2026', '2027'],
  item: ["'x'", "'y'"],
  group: ["'a'", "'b'"],
};

/** The scope with every reading that it allows: by name where all keys are bound, else with arguments for the last ones. */
export function withReadings(scope: Scope, heads: readonly IndicatorHead[]): Scope {
  return withNames(scope, ...heads.flatMap((head) => readingsOf(head, scope)));
}

function readingsOf(head: IndicatorHead, scope: Scope): readonly Name[] {
  const { per, type } = head;
  const open = per.findIndex((_key, index) => per.slice(index).every((rest) => !scope.keys.includes(rest)));
  const bound = open === -1 ? per : per.slice(0, open);
  const isPassed = head.with.every((pass) =>
    scope.names.some(({ text, type }) => text === pass && type === typeOfKey(pass)),
  );
  if (!isPassed || !bound.every((key) => scope.keys.includes(key))) return [];
  const args = open === -1 ? [] : per.slice(open).map((key) => (KEY_LITERALS[key] ?? [])[0] ?? "''");
  const plain = name(args.length === 0 ? head.name : `${head.name}(${args.join(', ')})`, type);
  const isEarlier = args.length === 0 && per.at(-1) === 'period';
  return isEarlier ? [plain, name(`${head.name}(period - 1)`, type)] : [plain];
}
