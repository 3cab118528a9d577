/** `lectern`, the command line: for scripts, for checks, and to start the loopback shell. */
import { requireNode } from '../host/index.ts';

requireNode();
// Loaded afterwards, because better-sqlite3 is among what some commands load.
const { run } = await import('./run.ts');
await run(process.argv.slice(2));
