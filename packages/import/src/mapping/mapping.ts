import type { Json, JsonObject, Result } from '@meritlog/core';
import { fixedZone, parseOffset, type Report, readShaped, type Zone, zoneOf } from '@meritlog/core/parse';
import { z } from 'zod';
import type { MappingDocument } from './document.js';
import { mappingShape } from './shape.js';

/** A checked mapping. */
export interface Mapping extends Omit<MappingDocument, 'zone' | '$schema'> {
  /** Undefined where the mapping leaves it to the rubric. */
  readonly zone: Zone | undefined;
}

/** Reads a mapping; all its problems come at once. */
export function readMapping(input: string | Json, options: { readonly file?: string } = {}): Result<Mapping> {
  return readShaped(input, mappingShape, mappingOf, options);
}

/** The JSON Schema (2020-12) of a mapping, with descriptions in both languages, for editors. */
export function mappingJsonSchema(): JsonObject {
  const schema = z.toJSONSchema(mappingShape, { target: 'draft-2020-12', unrepresentable: 'any', io: 'input' });
  const plain: JsonObject = JSON.parse(JSON.stringify(schema));
  return plain;
}

function mappingOf({ zone, $schema: _, ...rest }: MappingDocument, report: Report): Mapping {
  if (zone === undefined) return { ...rest, zone };
  if (typeof zone !== 'string') return { ...rest, zone: zoneOf(zone, report) };
  const minutes = parseOffset(zone);
  if (minutes === undefined) report.add('bad-offset', '/zone', { found: zone });
  return { ...rest, zone: fixedZone(zone, minutes ?? 0) };
}
