import { canonical, type Json } from '@meritlog/core';

/** Throws unless the two are the same JSON. */
export function claimSame(what: string, actual: Json, expected: Json): void {
  const [given, wanted] = [canonical(actual), canonical(expected)];
  if (given !== wanted) throw new Error(`${what}\n  is       ${shortened(given)}\n  must be  ${shortened(wanted)}`);
}

export function claim(what: string, holds: boolean): void {
  if (!holds) throw new Error(`${what}: this does not hold.`);
}

/** Throws unless `promise` is rejected with an error of this code. */
export async function claimRejected(what: string, code: string, promise: Promise<unknown>): Promise<void> {
  const thrown = await promise.then(
    () => 'nothing',
    (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : String(error)),
  );
  claimSame(`The code that ${what} is rejected with`, thrown, code);
}

function shortened(text: string): string {
  return text.length > 600 ? `${text.slice(0, 600)}… (${text.length} characters)` : text;
}
