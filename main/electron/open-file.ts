import { isAbsolute, resolve } from 'node:path';

/**
 * The notebook a command line asks to open: its last word that names a `.lectern` file, as an absolute path.
 * @param folder where a relative path begins
 */
export function notebookIn(argv: readonly string[], folder: string): string | undefined {
  const named = argv.slice(1).findLast((word) => !word.startsWith('-') && word.toLowerCase().endsWith('.lectern'));
  if (named === undefined) return undefined;
  return isAbsolute(named) ? named : resolve(folder, named);
}
