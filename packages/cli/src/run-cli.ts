import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { commands } from './commands/table.js';
import { EXIT, type ExitCode } from './exit-code.js';
import type { Io } from './io.js';
import { programOf } from './program.js';
import { refused, type Shell, shellOf } from './shell.js';
import { bugReport } from './show/bug.js';
import { UsageError } from './usage-problem.js';

/** Runs `meritlog` with the words behind its name. Touches nothing but the files named and `io`; never ends the process. */
export async function runCli(argv: readonly string[], io: Io): Promise<ExitCode> {
  const shell = shellOf(argv, io);
  try {
    return await runIn(argv, shell);
  } catch (error) {
    const known = expected(error, shell);
    if (known !== undefined) return known;
    shell.say(bugReport(error, argv, await versionOf(io).catch(() => '?'), io.env));
    return EXIT.bug;
  } finally {
    shell.progress.clear();
  }
}

async function runIn(argv: readonly string[], shell: Shell): Promise<ExitCode> {
  let exit: ExitCode = EXIT.fine;
  const program = programOf(commands, shell, await versionOf(shell.io), (code) => {
    exit = code;
  });
  if (argv.length === 0) {
    program.outputHelp({ error: true });
    return EXIT.usage;
  }
  await program.parseAsync([...argv], { from: 'user' });
  return exit;
}

/** Commander ends help and versions by throwing, too. */
function expected(error: unknown, shell: Shell): ExitCode | undefined {
  if (error instanceof UsageError) return shell.refuse(refused(EXIT.usage, error.problem));
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'commander.help') return EXIT.usage;
  return code === 'commander.helpDisplayed' || code === 'commander.version' ? EXIT.fine : undefined;
}

async function versionOf({ home }: Io): Promise<string> {
  const { version } = JSON.parse(await readFile(path.join(home, 'package.json'), 'utf8'));
  return String(version);
}
