export { exportLines } from './ledger/export-lines.js';
export { type Restored, restoreLedger } from './ledger/restore-ledger.js';
export { type CastoreEvent, fromCastore } from './logs/from-castore.js';
export { type EmmettEvent, type EmmettRow, fromEmmett } from './logs/from-emmett.js';
export type { LogOptions } from './logs/log.js';
export type {
  DataColumn,
  DataSlot,
  EachDocument,
  EncodingName,
  MappingDocument,
  TextColumn,
  TextSlot,
  TimeSlot,
  ValueKind,
} from './mapping/document.js';
export { type Mapping, mappingJsonSchema, readMapping } from './mapping/mapping.js';
export { checkRows } from './rows/check-rows.js';
export { type Imported, type ImportedEvent, type ImportOptions, importTable } from './rows/import-table.js';
export { IMPORT_LIMITS, type ImportLimits } from './table/limits.js';
export type { Cell, Locate, Row, TableRead } from './table/table.js';
