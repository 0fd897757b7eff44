import { type Imported, type ImportOptions, importTable, type MappingDocument, readMapping } from '@meritlog/import';

/** A mapping of a class register, with changes. */
export function mappingOf(changes: Partial<MappingDocument> = {}): MappingDocument {
  return {
    kind: 'mapping',
    zone: '+08:00',
    source: '/school/class-7',
    type: 'rule.broken',
    subject: { column: '学号' },
    time: { column: '日期' },
    data: { what: { column: '事项' } },
    ...changes,
  };
}

export function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** The import of a table that can be read as a whole. */
export function imported(
  table: string | Uint8Array,
  changes: Partial<MappingDocument> = {},
  options: ImportOptions = {},
): Imported {
  const mapping = readMapping(JSON.parse(JSON.stringify(mappingOf(changes))));
  if (!mapping.ok) throw new Error(JSON.stringify(mapping.problems, null, 1));
  const result = importTable(typeof table === 'string' ? bytesOf(table) : table, mapping.value, options);
  if (!result.ok) throw new Error(JSON.stringify(result.problems, null, 1));
  return result.value;
}

/** Why a table cannot be read as a whole. */
export function refusal(
  table: string | Uint8Array,
  changes: Partial<MappingDocument> = {},
  options: ImportOptions = {},
) {
  const mapping = readMapping(JSON.parse(JSON.stringify(mappingOf(changes))));
  if (!mapping.ok) throw new Error(JSON.stringify(mapping.problems, null, 1));
  const result = importTable(typeof table === 'string' ? bytesOf(table) : table, mapping.value, options);
  if (result.ok) throw new Error('the table was read');
  return result.problems;
}

/** What is wrong with the rows, as `C12 code`. */
export function faults({ problems }: Imported): readonly string[] {
  return problems.map(({ code, facts }) => `${facts.place} ${code}`);
}
