import { SaxesParser } from 'saxes';
import { Refused, refuse } from '../problem/import-problem.js';

export interface XmlElement {
  /** Without its prefix. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

export interface XmlReader {
  readonly open?: (element: XmlElement, path: readonly string[]) => void;
  readonly text?: (text: string, path: readonly string[]) => void;
  readonly close?: (name: string, path: readonly string[]) => void;
}

/** Reads XML in pieces, so that no long text is made of it. Entities other than XML's own five are never expanded. */
export function readXml(part: string, bytes: Uint8Array | undefined, reader: XmlReader): void {
  if (bytes === undefined) refuse('workbook-damaged', { part, why: '–' });
  const path: string[] = [];
  const parser = new SaxesParser({ position: false, xmlns: false });
  parser.on('doctype', () => refuse('workbook-doctype', { part }));
  parser.on('opentag', ({ name, attributes }) => {
    const plain = local(name);
    path.push(plain);
    if (path.length > DEEPEST) refuse('workbook-damaged', { part, why: `> ${DEEPEST}` });
    reader.open?.({ name: plain, attributes }, path);
  });
  parser.on('text', (text) => reader.text?.(text, path));
  parser.on('cdata', (text) => reader.text?.(text, path));
  parser.on('closetag', () => {
    reader.close?.(path.at(-1) ?? '', path);
    path.pop();
  });
  try {
    const decoder = new TextDecoder('utf-8', { fatal: true });
    for (let at = 0; at < bytes.length; at += CHUNK) {
      parser.write(decoder.decode(bytes.subarray(at, at + CHUNK), { stream: true }));
    }
    parser.write(decoder.decode()).close();
  } catch (error) {
    if (error instanceof Refused) throw error;
    refuse('workbook-damaged', { part, why: error instanceof Error ? error.message : String(error) });
  }
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

const CHUNK = 65_536;
const DEEPEST = 64;
