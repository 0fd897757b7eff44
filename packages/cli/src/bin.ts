import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { runCli } from './run-cli.js';

// A reader that has seen enough (`| head`) closes the pipe; nobody is left to tell.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit();
    throw error;
  });
}

// Ctrl-C is left to Node, which ends at once (130 in a shell): a handler would wait for the replay that it is to stop.
process.exitCode = await runCli(process.argv.slice(2), {
  stdout: process.stdout,
  stderr: process.stderr,
  stdin: process.stdin,
  env: process.env,
  cwd: process.cwd(),
  isTTY: {
    stdin: process.stdin.isTTY === true,
    stdout: process.stdout.isTTY === true,
    stderr: process.stderr.isTTY === true,
  },
  home: fileURLToPath(new URL('..', import.meta.url)),
});
