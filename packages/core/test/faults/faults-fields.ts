import { faultsOf } from './fault.js';

export const CALENDARS = faultsOf(
  ['core/test/workdays.test.ts'],
  {
    name: 'A day that makes up for a holiday rests like its weekday',
    file: 'compile/workdays.ts',
    find: 'return plain - countBelow(lost, day) + countBelow(gained, day);',
    replace: 'return plain - countBelow(lost, day);',
  },
  {
    name: 'A holiday on a weekend is taken off twice',
    file: 'compile/workdays.ts',
    find: 'const lost = holidays.filter((day) => !rests(day));',
    replace: 'const lost = holidays;',
  },
  {
    name: 'The first working day after none is that of the next day',
    file: 'compile/workdays.ts',
    find: 'n === 0 ? day : day + 1',
    replace: 'day + 1',
  },
  {
    name: 'The last day of a calendar is not known',
    file: 'compile/workdays.ts',
    find: 'last < until;',
    replace: 'last < until - 1;',
  },
  {
    name: 'Working days are counted from the first day on, and not from the one after it',
    file: 'compile/workdays.ts',
    find: 'before(b + 1) - before(a + 1)',
    replace: 'before(b + 1) - before(a)',
  },
);

export const EVENTS_FOR_EACH = faultsOf(
  ['core/test/issue-each.test.ts'],
  {
    name: 'Events for each item are numbered from nothing',
    file: 'replay/effect.ts',
    find: 'withItem(firing.frame, item, index + 1)',
    replace: 'withItem(firing.frame, item, index)',
  },
  {
    name: 'An unknown item gets an event all the same',
    file: 'replay/effect.ts',
    find: 'if (item === undefined) return [];',
    replace: '',
  },
  {
    name: 'What is consumed for several events is consumed though none of them is issued',
    file: 'replay/effect.ts',
    find: 'if (own.length === 0) continue;',
    replace: '',
  },
  {
    name: 'A number behind an id is read as if a source stood before it',
    file: 'replay/reference.ts',
    find: "return text.includes('#') ? [own, text] : [own];",
    replace: "return text.includes('#') ? [text] : [own];",
  },
  {
    name: 'A what-if takes a number behind an id for the name of an event',
    file: 'replay.ts',
    find: '...[...sources].map((source)',
    replace: "...[...sources].filter(() => !ref.includes('#')).map((source)",
  },
  {
    name: 'An item is hidden by a field of that name',
    file: 'parse/formula-name.ts',
    find: 'if (isLocal && isIn(scope, name)) return contextNamed(name, at, check);',
    replace: '',
  },
);

export const TEXTS = faultsOf(
  ['core/test/joined-texts.test.ts'],
  {
    name: 'A joined text may grow without end',
    file: 'compile/expression.ts',
    find: 'left.length + right.length > LONGEST_TEXT ? undefined : left + right',
    replace: 'left + right',
  },
  {
    name: 'Texts are joined the wrong way round',
    file: 'compile/expression.ts',
    find: 'undefined : left + right',
    replace: 'undefined : right + left',
  },
);

export const COMMON_FIELDS = faultsOf(
  ['core/test/common-fields.test.ts'],
  {
    name: 'A common field belongs to no type',
    file: 'parse/resolve-vocabulary.ts',
    find: 'isCommon ? (common.get(name) ?? []) :',
    replace: 'isCommon ? [] :',
  },
  {
    name: 'A common field may read what only one of its types has',
    file: 'parse/resolve-vocabulary.ts',
    find: 'const scope = fieldScope(eventsOf(world, types));',
    replace: 'const scope = fieldScope(eventsOf(world, types.slice(-1)));',
  },
);

export const CHOICES = faultsOf(
  ['core/test/choices.test.ts'],
  {
    name: 'A computed choice keeps what it does not list',
    file: 'compile/choices.ts',
    find: 'return allowed.has(value) ? value : undefined;',
    replace: 'return value;',
  },
  {
    name: 'A choice that a rule sets keeps what it does not list',
    file: 'compile/rule.ts',
    find: 'field === undefined ? is : amongChoices(field, is)',
    replace: 'is',
  },
  {
    name: 'A computed choice counts as known whatever it yields',
    file: 'parse/unknowns.ts',
    find: 'if (choices.length === 0) return true;',
    replace: 'if (choices.length >= 0) return true;',
  },
  {
    name: 'An event whose colour means nothing is a card',
    file: 'replay/subjects-outcome.ts',
    find: 'const look = card.colours.get(colour);',
    replace: 'const look = card.colours.get(colour) ?? [...card.colours.values()][0];',
  },
);

export const OLDER_FORMS = faultsOf(
  ['core/test/older-forms.test.ts'],
  {
    name: 'An older form is read by the first edition that knows it',
    file: 'replay/older-forms.ts',
    find: 'if (type.becomes !== undefined) forms.set(',
    replace: 'if (type.becomes !== undefined && !forms.has(name)) forms.set(',
  },
  {
    name: 'Only one step is taken from form to form',
    file: 'replay/older-forms.ts',
    find: 'form !== undefined; form = forms.get(read.type)',
    replace: 'form !== undefined; form = undefined',
  },
  {
    name: 'What no formula makes is lost',
    file: 'compile/becomes.ts',
    find: 'if (old === undefined || old.is !== undefined) return undefined;',
    replace: 'if (old !== undefined || old === undefined) return undefined;',
  },
  {
    name: 'Rulings are heard before older forms are read',
    file: 'replay/replay.ts',
    find: 'hear(plan, known, lens.voided, forced, note)',
    replace: 'hear(plan, selected, lens.voided, forced, note)',
  },
  {
    name: 'An older form registers nobody',
    file: 'parse/events-vocabulary.ts',
    find: 'if (types.get(at)?.registers === true) return true;',
    replace: 'return types.get(at)?.registers === true;',
  },
  {
    name: 'Reasons do not tell what an older form was recorded as',
    file: 'replay/trace-event.ts',
    find: 'event.type === type ? {} : { recordedAs: event.type }',
    replace: '{}',
  },
);

export const SEMANTICS = faultsOf(
  ['core/test/laws/semantics.test.ts'],
  {
    name: 'A lens may name a semantics number that never was',
    file: 'replay.ts',
    find: 'semantics !== undefined && !isSemantics(semantics)',
    replace: 'semantics !== undefined && semantics < 0',
  },
  {
    name: 'An edition may name a semantics number that never was',
    file: 'parse/edition.ts',
    find: "  report.add('semantics-unknown'",
    replace: "  if (semantics < 0) report.add('semantics-unknown'",
  },
  {
    name: 'What an outcome shows of a card changes under a number that has been',
    file: 'replay/subjects-outcome.ts',
    find: '    severity: look.severity,',
    replace: '    severity: look.severity + 1,',
  },
);
