/** One line of a table: what must be sayable, and what tries it. */
export interface Row {
  readonly key: string;
  /** In one short sentence. */
  readonly says: string;
  /** What tries it besides tests named after the key: `file: title`, or the key of another row. */
  readonly also?: readonly string[];
  /** Folders of examples/gallery, whose worked results are checked. */
  readonly gallery?: readonly string[];
  /** Headings of docs/primitives.md, whose examples both evaluators run. */
  readonly shown?: readonly string[];
}

/** One sentence of the report behind the flagship, and where it is met. */
export interface SourceRow {
  readonly key: string;
  readonly says: string;
  /** Paths from the root, with a heading of a page where there is one. */
  readonly where: readonly string[];
  /** What of it is still to come, by the part that brings it. */
  readonly later?: Readonly<{ [part in Later]?: string }>;
}

export type Later = 'reports' | 'sealing';
