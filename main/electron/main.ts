/** The entry of the desktop program. Electron brings its own Node, so there is nothing to check before. */
import { join } from 'node:path';
import { programFiles } from '../host/index.ts';
import { runShell } from './shell.ts';

const folder = import.meta.dirname;
runShell(programFiles(join(folder, 'main.cjs')), join(folder, 'preload.cjs'));
