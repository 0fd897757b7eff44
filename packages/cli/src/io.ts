/** The world around a run, so that tests need no process. */
export interface Io {
  readonly stdout: Sink;
  readonly stderr: Sink;
  readonly stdin: AsyncIterable<Uint8Array | string>;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  /** Which of the three streams is a terminal. */
  readonly isTTY: { readonly stdin: boolean; readonly stdout: boolean; readonly stderr: boolean };
  /** The folder of this package: its `templates/` and its `package.json` are read from here. */
  readonly home: string;
}

export interface Sink {
  write(text: string): unknown;
  /** Width of the terminal, where it is one. */
  readonly columns?: number | undefined;
}
