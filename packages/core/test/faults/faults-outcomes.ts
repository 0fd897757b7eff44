import { faultsOf } from './fault.js';

export const RANKS = faultsOf(
  ['core/test/rank-rows.test.ts'],
  {
    name: 'The modified convention is the standard one',
    file: 'replay/rank.ts',
    find: 'return before + size;',
    replace: 'return before + 1;',
  },
  {
    name: 'The dense convention counts rows',
    file: 'replay/rank.ts',
    find: 'return tier + 1;',
    replace: 'return before + 1;',
  },
  {
    name: 'The fractional convention rounds',
    file: 'replay/rank.ts',
    find: 'return num(BigInt(2 * before + size + 1), 2n);',
    replace: 'return Math.round((2 * before + size + 1) / 2);',
  },
  {
    name: 'A key that ascends descends',
    file: 'replay/key-value.ts',
    find: "const sign = key.order === 'desc' ? -1 : 1;",
    replace: 'const sign = -1;',
  },
  {
    name: 'A key is asked before the one in front of it',
    file: 'replay/chain.ts',
    find: '(row) => valuesOf(row)[index] }',
    replace: '(row) => valuesOf(row)[chain.keys.length - 1 - index] }',
  },
  {
    name: 'Unknown values are put first where they belong last',
    file: 'replay/split-key.ts',
    find: "return model.unknown === 'first' ? [unknown, ...groups] : [...groups, unknown];",
    replace: "return model.unknown === 'last' ? [unknown, ...groups] : [...groups, unknown];",
  },
  {
    name: 'An unknown value splits a group that it should leave whole',
    file: 'replay/split-key.ts',
    find: "if (unknown.length > 0 && model.unknown === 'skip') return [group];",
    replace: '',
  },
  {
    name: 'decidedBy tells of the row above only',
    file: 'replay/rank.ts',
    find: 'Math.max(part.by, parts[tier + 1]?.by ?? -1)',
    replace: 'part.by',
  },
  {
    name: 'Who has an unknown first key is ranked',
    file: 'replay/chain.ts',
    find: "model.unknown === 'unranked' && values[index] === undefined",
    replace: "model.unknown === 'skip' && values[index] === undefined",
  },
  {
    name: 'A table of a past period is judged as of today',
    file: 'replay/standing.ts',
    find: 'tablesAt(reader, then.cohort, at)',
    replace: 'tablesAt(reader, then.cohort, reader.asOf)',
    caughtBy: ['core/test/rank-rows.test.ts', 'reference/test/laws.test.ts'],
  },
);

export const BANDS = faultsOf(
  ['core/test/band-quotas.test.ts'],
  {
    name: 'A group that just fits waits for a decision',
    file: 'replay/quota.ts',
    find: 'if (tier.length <= free) {',
    replace: 'if (tier.length < free) {',
  },
  {
    name: 'The places behind a tie are given away',
    file: 'replay/quota.ts',
    find: '      free = 0;\n',
    replace: '',
  },
  {
    name: 'extend lets nobody in',
    file: 'replay/quota.ts',
    find: 'return { ...NONE, taken: tier };',
    replace: 'return { ...NONE, left: tier };',
  },
  {
    name: 'plus takes a place',
    file: 'replay/band.ts',
    find: 'band.plus?.(row.frame) === true',
    replace: 'band.plus?.(row.frame) === null',
  },
  {
    name: 'An unknown quota is none',
    file: 'replay/band.ts',
    find: 'if (band.quota !== undefined && quota === undefined) {',
    replace: 'if (band.quota === undefined && quota !== undefined) {',
  },
  {
    name: 'Rows without a band go on to the next one',
    file: 'replay/band.ts',
    find: "if (fits === undefined) row.bandNote = 'undetermined';",
    replace: 'if (fits === undefined) passed.push(row);',
  },
  {
    name: 'What one band passes on comes before what its quota left over',
    file: 'replay/band.ts',
    find: 'return [...passed, ...left].sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));',
    replace: 'return [...passed, ...left].sort(() => 0 * order.size);',
  },
  {
    name: 'A band of an indicator begins behind its threshold',
    file: 'replay/subjects-outcome.ts',
    find: 'from === undefined || cmp(from, value as Num) <= 0',
    replace: 'from === undefined || cmp(from, value as Num) < 0',
  },
);

export const AWARDS = faultsOf(
  ['core/test/award-order.test.ts'],
  {
    name: 'Awards do not exclude each other',
    file: 'replay/award.ts',
    find: 'row.unranked !== null || award.model.exclusive.some((other) => row.awards.includes(other))',
    replace: 'row.unranked !== null',
  },
  {
    name: 'Who is not ranked gets an award',
    file: 'replay/award.ts',
    find: 'if (row.unranked !== null || ',
    replace: 'if (',
  },
  {
    name: 'An award whose tie waits for a decision is no finding',
    file: 'replay/award.ts',
    find: 'if (undecided.length > 0) ties.push',
    replace: 'if (undecided.length < 0) ties.push',
  },
  {
    name: 'Awards go by the standing, whatever their own keys',
    file: 'replay/award.ts',
    find: 'award.by.steps.length === 0 ? tiersOf(candidates) :',
    replace: 'award.by.steps.length >= 0 ? tiersOf(candidates) :',
  },
);

export const LENSES = faultsOf(
  ['core/test/lens-moments.test.ts'],
  {
    name: 'What is recorded at the instant itself is not known at it',
    file: 'replay/replay.ts',
    find: 'recorded <= knownAt',
    replace: 'recorded < knownAt',
  },
  {
    name: 'A day as asOf is its first instant',
    file: 'replay.ts',
    find: 'return endOfDay(zone, day);',
    replace: 'return endOfDay(zone, day - 1) + 1;',
  },
  {
    name: 'A supposed void takes the event of one source only',
    file: 'replay.ts',
    find: `[...sources].map((source) => \`\${source}#\${ref}\`)`,
    replace: `[\`\${[...sources].at(-1)}x#\${ref}\`]`,
  },
  {
    name: 'A supposed event stays in the ledger',
    file: 'replay.ts',
    find: "return extendLedger(rubric.model, ledger, added, { file: 'suppose' });",
    replace:
      "const more = extendLedger(rubric.model, ledger, added, { file: 'suppose' });\n  if (more.ok) Object.defineProperty(lens.suppose ?? {}, 'add', { value: [] });\n  return success(ledger);",
  },
  {
    name: 'A supposed overlay is laid over the first edition only',
    file: 'amend/suppose.ts',
    find: 'editions.map((edition) => amend(edition, supposition))',
    replace: 'editions.map((edition, index) => amend(edition, index === 0 ? supposition : {}))',
    caughtBy: ['core/test/amend-suppose.test.ts'],
  },
  {
    name: 'An overlay puts null where it should remove',
    file: 'amend/overlay.ts',
    find: 'if (over === null) delete draft[key];',
    replace: 'if (over === null) draft[key] = null;',
    caughtBy: ['core/test/amend-overlay.test.ts'],
  },
  {
    name: 'An overlay changes the document that it is laid over',
    file: 'amend/amendment.ts',
    find: '  const [document, patches] = immer.produceWithPatches(baseline, change);\n',
    replace:
      '  const [document, patches] = immer.produceWithPatches(baseline, change);\n  Object.assign(baseline, document);\n',
    caughtBy: ['core/test/amend-overlay.test.ts'],
  },
  {
    name: 'Rules of an overlay come behind the rules that they amend',
    file: 'amend/overlay.ts',
    find: 'const under = name === undefined ? undefined : rules.find((rule) => nameOf(rule) === name);',
    replace: 'const under = name === undefined ? rules.find((rule) => nameOf(rule) === name) : undefined;',
    caughtBy: ['core/test/amend-overlay.test.ts'],
  },
);

export const REASONS = faultsOf(
  ['core/test/explain-reasons.test.ts'],
  {
    name: 'Members that do not count are not told',
    file: 'replay/trace-measure.ts',
    find: 'members: (members ?? []).map((member) => memberOf(tracer, plan, member, depth)),',
    replace:
      "members: (members ?? []).filter(({ fate }) => fate === 'taken').map((member) => memberOf(tracer, plan, member, depth)),",
  },
  {
    name: 'Of a step before and after are one',
    file: 'replay/trace-steps.ts',
    find: '    value = after;\n',
    replace: '',
  },
  {
    name: 'A limit is told with what it left',
    file: 'replay/trace-steps.ts',
    find: '      before: show(value, type),\n',
    replace: '        before: show(after, type),\n',
  },
  {
    name: 'Reasons go one deeper than asked for',
    file: 'replay/trace.ts',
    find: 'const isTold = known >= depth;',
    replace: 'const isTold = known > depth;',
  },
  {
    name: 'Neighbours are separated by the last key in which they differ',
    file: 'replay/trace-separation.ts',
    find: 'const index = part?.by ?? -1;',
    replace: 'const index = keys.length - 1;',
  },
  {
    name: 'A band that a quota closed is told as a failed condition',
    file: 'replay/trace-band.ts',
    find: "return row.band === null && row.bandNote === 'tie-at-quota' ? 'tie' : 'quota';",
    replace: "return 'conditions';",
  },
);

export const DIFFERENCES = faultsOf(
  ['core/test/diff-causes.test.ts'],
  {
    name: 'Both values of a cause are asked of one side',
    file: 'cause-search.ts',
    find: 'traceRead(this.asked.before, read, from.before, 0)',
    replace: 'traceRead(this.asked.after, read, from.after, 0)',
  },
  {
    name: 'A value stands behind those that it reads',
    file: 'cause-search.ts',
    find: 'return upwards.reverse();',
    replace: 'return upwards;',
  },
  {
    name: 'What came out the same is a cause',
    file: 'cause-search.ts',
    find: 'if (isSame && !(asked && is !== undefined)) return undefined;',
    replace: '',
  },
  {
    name: 'Who overtook a row that changed itself is not told',
    file: 'explain/rank-because.ts',
    find: 'filter(moved) };',
    replace: 'filter(() => false) };',
  },
  {
    name: 'An event that takes effect later is told to count',
    file: 'replay/trace-fate.ts',
    find: 'if (effective > reader.asOf) return',
    replace: 'if (effective < 0) return',
    caughtBy: ['core/test/explain-event.test.ts'],
  },
  {
    name: 'An event in a measure inside an each is told to be read by nothing',
    file: 'replay/trace-readings.ts',
    find: 'inner === undefined ? [] : membersWith(reader, inner, member.frame, ord)',
    replace: '[]',
    caughtBy: ['core/test/explain-event.test.ts'],
  },
  {
    name: 'What is dropped of the members of an event is told to be taken',
    file: 'replay/trace-readings.ts',
    find: '  weigh(reader, plan, frame, members);\n',
    replace: '',
    caughtBy: ['core/test/explain-event.test.ts'],
  },
  {
    name: 'Of two rulings that void an event only the last is told',
    file: 'replay/void.ts',
    find: '[{ event: ruling, rule }, ...(by.get(ref) ?? [])]',
    replace: '[{ event: ruling, rule }]',
    caughtBy: ['core/test/diff-events.test.ts'],
  },
  {
    name: 'What became of a trigger is not told of what it issued',
    file: 'event-changes.ts',
    find: "fate.kind === 'absent' && by !== undefined",
    replace: "by === ''",
    caughtBy: ['core/test/diff-events.test.ts'],
  },
  {
    name: 'Before and after have changed places in a cause',
    file: 'explain/causes.ts',
    find: '    before: before?.value ?? null,\n    after: after?.value ?? null,',
    replace: '    before: after?.value ?? null,\n    after: before?.value ?? null,',
  },
  {
    name: 'Who left is not told',
    file: 'row-changes.ts',
    find: "  add(before, 'was');\n",
    replace: '',
  },
  {
    name: 'A row whose band alone has changed has not moved',
    file: 'explain/outcome-changes.ts',
    find: 'JSON.stringify([rank, total, by, band, awards, shares, consequences, unranked, decidedBy])',
    replace: 'JSON.stringify([rank, by, awards, shares, consequences, unranked, decidedBy])',
  },
  {
    name: 'A later key that has changed is no change',
    file: 'explain/outcome-changes.ts',
    find: 'JSON.stringify([rank, total, by, band,',
    replace: 'JSON.stringify([rank, total, band,',
  },
  {
    name: 'Cards of one id from two sources are taken for one',
    file: 'explain/outcome-changes.ts',
    find: 'for (let number = 2; named.has(name); number += 1) name = text([part.id, number]);',
    replace: '',
    caughtBy: ['core/test/diff-beside.test.ts'],
  },
  {
    name: 'What ended a card is not followed to the side where it does not count',
    file: 'shown-events.ts',
    find: '[...(lost === undefined ? [] : [lost]), ...enders]',
    replace: '[...(lost === undefined ? [] : [lost])]',
    caughtBy: ['core/test/diff-beside.test.ts'],
  },
  {
    name: 'That a member weighs otherwise is not told',
    file: 'explain/causes.ts',
    find: 'was.weight !== is.weight && counts(was)',
    replace: 'was.weight !== was.weight && counts(was)',
    caughtBy: ['core/test/diff-members.test.ts'],
  },
  {
    name: 'What was left out counts where it was not asked what to leave out',
    file: 'explain/causes.ts',
    find: "!judged && member.fate === 'dropped'",
    replace: "judged && member.fate === 'dropped'",
    caughtBy: ['core/test/diff-members.test.ts'],
  },
  {
    name: 'How many are kept, and from when, has no causes',
    file: 'replay/trace-read.ts',
    find: "if (body.kind === 'measure') hearTaking(tracer, plan, frame, body.members.length);",
    replace: '',
    caughtBy: ['core/test/diff-members.test.ts'],
  },
  {
    name: 'Who overtook is not looked into',
    file: 'cause-search.ts',
    find: ', ...overtaking(old, now)]',
    replace: ']',
    caughtBy: ['core/test/diff-members.test.ts'],
  },
  {
    name: 'A row that others moved is told to have moved by itself',
    file: 'explain/rank-because.ts',
    find: "own ? 'own' : 'others'",
    replace: "'own'",
  },
  {
    name: 'Why a band was lost is told as it was before',
    file: 'explain/clause-changes.ts',
    find: 'has.after ? before.misses.get(id) : after.misses.get(id)',
    replace: 'before.misses.get(id)',
  },
  {
    name: 'A limit that began to hold is no cause',
    file: 'explain/causes.ts',
    find: 'after: beyond(told(after), told(before)) };',
    replace: 'after: [] };',
  },
  {
    name: 'Rules are compared by their place',
    file: 'explain/document-part.ts',
    find: 'const name = item.name ?? item.id ?? item.is',
    replace: 'const name = item.id ?? item.is',
  },
  {
    name: 'That bands change places is not told',
    file: 'explain/document-diff.ts',
    find: '[...emptied(at, before, after, was, is), ...changes, ...reordered(at, before, was, is)]',
    replace: '[...emptied(at, before, after, was, is), ...changes]',
    caughtBy: ['core/test/rubric-changes.test.ts'],
  },
  {
    name: 'A default that is written out is told as a change',
    file: 'explain/change-sentence.ts',
    find: 'return old === now ? phrases.rewritten(called, now) : ',
    replace: 'return ',
    caughtBy: ['core/test/rubric-changes.test.ts'],
  },
  {
    name: 'A slot that is left out says nothing of its default',
    file: 'explain/change-sentence.ts',
    find: 'before ?? absentOf(slot)',
    replace: 'before',
    caughtBy: ['core/test/rubric-changes.test.ts'],
  },
);

export const STORE = faultsOf(
  ['core/test/memory-store.test.ts'],
  {
    name: 'Positions begin at nothing',
    file: 'store/settle.ts',
    find: 'position: head.position + index + 1',
    replace: 'position: head.position + index',
  },
  {
    name: 'A retry is stored again',
    file: 'store/settle.ts',
    find: 'if (known.length === candidates.length) return',
    replace: 'if (known.length < 0) return',
  },
  {
    name: 'What is recorded at the instant asked for is not known at it',
    file: 'store/memory/ledger.ts',
    find: 'recorded <= ms',
    replace: 'recorded < ms',
  },
  {
    name: 'A stale version is no conflict',
    file: 'store/settle.ts',
    find: 'return actual === expected ? undefined : versionConflict',
    replace: 'return actual >= expected ? undefined : versionConflict',
  },
  {
    name: 'Recorded times follow a clock that jumps back',
    file: 'store/settle.ts',
    find: 'return at > last.at ? { at, text: formatInstant(at) }',
    replace: 'return at !== last.at ? { at, text: formatInstant(at) }',
  },
  {
    name: 'A tail hears only what comes after it has read',
    file: 'store/follow.ts',
    find: '      if (!isSet) {\n        await',
    replace: '      if (!isSet || isSet) {\n        await',
  },
);

export const DOCUMENTS = faultsOf(
  ['core/test/replay-outcome.test.ts'],
  {
    name: 'The digest of an outcome is that of its ledger',
    file: 'outcome.ts',
    find: 'outcome: sha256(canonical(plain(body)))',
    replace: 'outcome: digests.ledger',
  },
  {
    name: 'A hidden standing is shown',
    file: 'replay/standings-outcome.ts',
    find: '    .filter(({ plan }) => !plan.model.hidden)\n',
    replace: '',
  },
  {
    name: 'A hidden indicator is shown',
    file: 'replay/subjects-outcome.ts',
    find: '(plan) => !plan.model.hidden && plan.per.includes(subjectKey)',
    replace: '(plan) => plan.per.includes(subjectKey)',
  },
  {
    name: 'Findings come in the order in which they were found',
    file: 'replay/findings.ts',
    find: '.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))',
    replace: '.sort(([a], [b]) => (a < b ? 1 : -1))',
  },
  {
    name: 'Members of an object keep the order in which they were written',
    file: 'model/canonical.ts',
    find: 'Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))',
    replace: 'Object.entries(value)',
    caughtBy: ['core/test/canonical.test.ts'],
  },
);
