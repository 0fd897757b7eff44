import { faultsOf } from './fault.js';

export const DOOR = faultsOf(
  ['core/test/events-problems.test.ts', 'core/test/events-laws.test.ts'],
  {
    name: 'Two events of one id with other content are taken for one',
    file: 'parse/events-merge.ts',
    find: 'if (sameContent(kept, other)) return preferred(kept, other);',
    replace: 'return preferred(kept, other);',
  },
  {
    name: 'A second copy of an event is kept',
    file: 'parse/events-merge.ts',
    find: '    fresh[index] = undefined;\n',
    replace: '',
  },
  {
    name: 'Of two copies the one recorded last is kept',
    file: 'parse/events-identity.ts',
    find: '(b.recorded - a.recorded || compareTexts(y, x)) < 0 ? b : a',
    replace: '(b.recorded - a.recorded || compareTexts(y, x)) > 0 ? b : a',
    caughtBy: ['core/test/events-ledger.test.ts'],
  },
  {
    name: 'A ruling on an event that is nowhere passes the door',
    file: 'parse/events-references.ts',
    find: 'if (event?.type !== VOIDED) continue;',
    replace: 'if (event?.type !== VOIDED || event !== undefined) continue;',
  },
  {
    name: 'A subject that nothing registers passes the door',
    file: 'parse/events-registered.ts',
    find: 'if (!door.registers) return;',
    replace: 'if (door.registers) return;',
  },
  {
    name: 'A text of a key that nothing registers passes the door',
    file: 'parse/events-registered.ts',
    find: 'if (registry.has(key, value)) continue;',
    replace: 'if (registry.has(key, value) || value !== name) continue;',
    caughtBy: ['core/test/events-rubric.test.ts'],
  },
  {
    name: 'A bound of a number is outside',
    file: 'parse/events-vocabulary.ts',
    find: 'lte(min, number)',
    replace: '!lte(number, min)',
    caughtBy: ['core/test/events-rubric.test.ts'],
  },
  {
    name: 'A field that the vocabulary lacks passes the door',
    file: 'parse/events-admit.ts',
    find: 'if (!shape.open) return false;',
    replace: 'if (shape.open) return false;',
  },
  {
    name: 'A required field may be missing',
    file: 'parse/events-admit.ts',
    find: 'return required === shape.required;',
    replace: 'return required <= shape.required;',
  },
  {
    name: 'A choice may be anything',
    file: 'parse/events-vocabulary.ts',
    find: "allowed.size === 0 || allowed.has(value) ? undefined : 'field-choice'",
    replace: 'undefined',
  },
  {
    name: 'A number of sixteen digits passes the door',
    file: 'parse/events-seal.ts',
    find: "significantDigits(value) > 15 ? 'json.number-digits' : undefined",
    replace: "significantDigits(value) > 16 ? 'json.number-digits' : undefined",
  },
);

export const VOIDS = faultsOf(
  ['core/test/void-rulings.test.ts'],
  {
    name: 'Rulings are heard from the first to the last',
    file: 'replay/void.ts',
    find: '.columns.recorded.filter(({ type }) => types.has(type))\n    .reverse();',
    replace: '.columns.recorded.filter(({ type }) => types.has(type));',
  },
  {
    name: 'A ruling that was voided is heard all the same',
    file: 'replay/void.ts',
    find: '    if (refs.has(refOf(ruling))) continue;\n',
    replace: '',
  },
  {
    name: 'A ruling may void a later one',
    file: 'replay/void.ts',
    find: 'return other === undefined || other > (this.places.get(refOf(ruling)) ?? 0);',
    replace: 'return true;',
  },
  {
    name: 'A void is lost',
    file: 'replay/void.ts',
    find: '        refs.add(ref);\n',
    replace: '',
  },
  {
    name: 'A ruling forgets the source that it names',
    file: 'replay/void.ts',
    find: `typeof data.source === 'string' ? [\`\${data.source}#\${id}\`] : `,
    replace: '',
  },
  {
    name: 'A derived event that a ruling voids is issued',
    file: 'replay/effect.ts',
    find: 'return !voided.has(ref) && !born.has(ref)',
    replace: 'return !born.has(ref)',
  },
  {
    name: 'Void rules read events that a later ruling has voided',
    file: 'replay/void.ts',
    find: 'const reader = this.readerOver(standing());',
    replace: 'const reader = (this.reader ??= { at: this.readerOver(standing()), size: 0 }).at;',
  },
);

export const EDITIONS = faultsOf(
  ['core/test/replay-editions.test.ts'],
  {
    name: 'An edition is in force from the day behind its first one',
    file: 'replay/edition.ts',
    find: 'edition.from <= day',
    replace: 'edition.from < day',
  },
  {
    name: 'The date by which a rule picks its edition is not read',
    file: 'replay/rule.ts',
    find: 'rule.appliesBy?.(frame) ?? dayOfInstant',
    replace: 'dayOfInstant',
  },
  {
    name: 'The date by which a type picks its edition is not read',
    file: 'replay/world.ts',
    find: "typeof picked === 'number' ? reader.editionOn(picked) : ofDay",
    replace: 'ofDay',
  },
  {
    name: 'The day of an event is taken in UTC',
    file: 'replay/rule.ts',
    find: 'dayOfInstant(reader.zone, reader.event(frame.ord).time)',
    replace: 'Math.floor(reader.event(frame.ord).time / 86_400_000)',
  },
  {
    name: 'Lenient takes the harshest edition',
    file: 'replay/member.ts',
    find: '(than === undefined || cmp(points as Num, than as Num) > 0)',
    replace: '(than === undefined || cmp(points as Num, than as Num) < 0)',
  },
  {
    name: 'Lenient looks at no edition but that of the day',
    file: 'replay/member.ts',
    find: 'Math.max(from, reader.editionAt(scope.at).index)',
    replace: 'from',
  },
  {
    name: 'Lenient prefers points that nobody knows',
    file: 'replay/member.ts',
    find: 'return points !== undefined && (',
    replace: 'return points === undefined || (',
  },
  {
    name: 'An edition that is asked for is used for the last day only',
    file: 'replay/reader.ts',
    find: '    if (this.forced !== undefined) return this.forced;\n',
    replace: '',
  },
);

export const FORWARD = faultsOf(
  ['core/test/forward-pass.test.ts'],
  {
    name: 'Delayed rules come behind the events of their instant',
    file: 'replay/forward.ts',
    find: 'pass.agenda.dueBy(Math.min(effective, reader.asOf))',
    replace: 'pass.agenda.dueBy(Math.min(effective - 1, reader.asOf))',
  },
  {
    name: 'A delayed rule does not fire at the very instant of asOf',
    file: 'replay/agenda.ts',
    find: 'first.at > instant',
    replace: 'first.at >= instant',
  },
  {
    name: 'Delayed rules of one instant go by name before trigger',
    file: 'replay/agenda.ts',
    find: 'a.at - b.at || a.place - b.place || (x < y',
    replace: 'a.at - b.at || (x < y',
  },
  {
    name: 'The agenda is no heap: what sinks stays where it is',
    file: 'replay/agenda.ts',
    find: 'if (child < this.heap.length && this.before(child, least)) least = child;',
    replace: 'if (child < this.heap.length && this.before(child, at)) least = at;',
  },
  {
    name: 'The effects of one trigger happen one rule after the other',
    file: 'replay/forward.ts',
    find: 'if (held) firings.push({ rule, frame, member });',
    replace: 'if (held) this.apply([{ rule, frame, member }], at);',
  },
  {
    name: 'Nothing is consumed',
    file: 'replay/effect.ts',
    find: '    ends.push(...endsOf(reader, firing, effect.consumes));\n',
    replace: '',
  },
  {
    name: 'Of two ends the last by name holds',
    file: 'replay/effect.ts',
    find: 'if (x !== y) return x < y ? -1 : 1;',
    replace: 'if (x !== y) return x < y ? 1 : -1;',
  },
  {
    name: 'An event that has ended is ended again',
    file: 'replay/effect.ts',
    find: 'if (before === undefined && !endedAt.has(ord)) {',
    replace: 'if (before === undefined) {',
  },
  {
    name: 'What is issued fires depth first',
    file: 'replay/forward.ts',
    find: 'triggers = triggers.flatMap((trigger) => this.fire(trigger));',
    replace: 'for (const trigger of triggers) this.settle(this.fire(trigger));\n      triggers = [];',
  },
  {
    name: 'What is issued twice exists twice',
    file: 'replay/effect.ts',
    find: ' && reader.view.positionOf(ref) === undefined;',
    replace: ';',
  },
  {
    name: 'A state is told as it is now, whatever instant is asked for',
    file: 'replay/columns.ts',
    find: 'end === undefined || end.at > at ||',
    replace: 'end === undefined ||',
    caughtBy: ['core/test/replay-period.test.ts'],
  },
  {
    name: 'What was remembered is not forgotten when something is issued',
    file: 'replay/memory.ts',
    find: 'if (this.readings.size > 0) this.readings = new Map();',
    replace: '',
    caughtBy: ['core/test/replay-period.test.ts'],
  },
  {
    name: 'A fan-out tries the members of every table',
    file: 'replay/fan-out.ts',
    find: 'const scopes = tablesFor(reader, cohort, frame).flatMap',
    replace: 'const scopes = tablesFor(reader, cohort, keyFrame(reader, at, [])).flatMap',
  },
);

export const SIMULTANEOUS = faultsOf(
  ['reference/test/simultaneous.test.ts'],
  {
    name: 'What is issued goes back to no recorded event',
    file: 'replay/simultaneous.ts',
    find: 'return isAtOnce ? occasionOf(columns, trigger) : ord;',
    replace: 'return ord;',
  },
  {
    name: 'What was delayed goes back to its trigger at once',
    file: 'replay/simultaneous.ts',
    find: 'trigger !== undefined && columns.effectiveOf(trigger) === columns.effectiveOf(ord)',
    replace: 'trigger !== undefined',
  },
  {
    name: 'Two rules of one trigger are ordered by ids',
    file: 'replay/simultaneous.ts',
    find: 'if (x === y) return undefined;',
    replace: '',
  },
  {
    name: 'A turn is about the subject of its event alone',
    file: 'replay/forward.ts',
    find: 'for (const ord of [...issued, ...ended]) this.turn?.subjects',
    replace: 'for (const ord of [...issued, ...ended].slice(0, 0)) this.turn?.subjects',
  },
  {
    name: 'Rules that read their trigger alone are said to hang on others',
    file: 'replay/simultaneous.ts',
    find: 'if (!this.#isTried || !(this.#looksRound || other.#looksRound)) return undefined;',
    replace: 'if (!this.#isTried) return undefined;',
  },
  {
    name: 'What a rule reads for the fields of what it issues is overlooked',
    file: 'replay/simultaneous.ts',
    find: 'readsRound([...conditionExprs(when), ...fields])',
    replace: 'readsRound(conditionExprs(when))',
  },
  {
    name: 'Rulings that end one event are said to be of no account to each other',
    file: 'replay/simultaneous.ts',
    find: "const ends = effect.kind === 'end' ||",
    replace: 'const ends =',
  },
  {
    name: 'A keep of the latest cuts between two of one instant in silence',
    file: 'replay/take.ts',
    find: "if (which === 'latest' || which === 'first') noteOrder(reader, order[n - 1], order[n]);",
    replace: '',
  },
  {
    name: 'A list in member order is compared in silence',
    file: 'replay/list-key.ts',
    find: 'for (const [index, member] of (members ?? []).entries()) noteOrder(reader, members?.[index - 1], member);',
    replace: '',
  },
  {
    name: 'An end that names no event passes in silence',
    file: 'replay/effect.ts',
    find: "note('end-unknown-event', subject ?? null, { event: named, rule, trigger: id });",
    replace: '',
  },
);
