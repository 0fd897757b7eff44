import type { Io } from '../io.js';

/** Colours for a terminal; plain text for everything else. */
export interface Paint {
  readonly red: (text: string) => string;
  readonly yellow: (text: string) => string;
  readonly cyan: (text: string) => string;
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
}

/** Respects https://no-color.org and terminals that know no colours. */
export function paintFor({ env, isTTY }: Io, stream: 'stdout' | 'stderr'): Paint {
  const colours = isTTY[stream] && (env.NO_COLOR ?? '') === '' && env.TERM !== 'dumb';
  const style =
    (on: number, off: number) =>
    (text: string): string =>
      colours && text !== '' ? `\u001b[${on}m${text}\u001b[${off}m` : text;
  return { red: style(31, 39), yellow: style(33, 39), cyan: style(36, 39), bold: style(1, 22), dim: style(2, 22) };
}
