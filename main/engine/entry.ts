/** The engine process: one app behind the port to the shell that started it, under Node and under Electron alike. */
import { requireNode } from '../host/index.ts';

requireNode();
// Loaded afterwards, because better-sqlite3 is among what it loads.
void import('./run.ts').then(({ runEngine }) => runEngine());
