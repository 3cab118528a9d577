/** `lectern`, the command line: for scripts, for checks, and to start the loopback shell. */
import module from 'node:module';
import { homedir } from 'node:os';
import { join } from 'node:path';

// Compiled code is kept in a folder of the user's own, which halves the time a command takes to start. Not in the
// system's temporary folder, where others could leave code for us; and only then is anything else loaded.
const { LECTERN_CONFIG_DIR, XDG_CACHE_HOME, LOCALAPPDATA } = process.env;
const caches = XDG_CACHE_HOME || LOCALAPPDATA || join(homedir(), '.cache');
module.enableCompileCache?.(join(LECTERN_CONFIG_DIR || join(caches, 'lectern'), 'compiled'));

const { requireNode } = await import('../host/index.ts');
requireNode();
const { run } = await import('./run.ts');
await run(process.argv.slice(2));
