import { basename, dirname, join } from 'node:path';

/** Where the parts of the program itself lie. */
export interface ProgramFiles {
  /** The window's bundle. */
  readonly renderer: string;
  /** What an engine process runs. */
  readonly engine: string;
  /** What the process runs that parses files. */
  readonly reading: string;
  /** What a thread of the engine runs that looks at copies and damaged files. */
  readonly tending: string;
  readonly resources: string;
}

/**
 * The program's files: beside the bundle this code is part of, or in the repository when it runs from its sources
 * (the window's bundle is then the one in LECTERN_BUILD_DIR, `build` when that is not set).
 */
export function programFiles(file: string = import.meta.filename, env = process.env): ProgramFiles {
  if (file.endsWith('.ts')) {
    const root = join(dirname(file), '..', '..');
    return {
      renderer: join(root, env['LECTERN_BUILD_DIR'] ?? 'build', 'renderer'),
      engine: join(root, 'main', 'engine', 'entry.ts'),
      reading: join(root, 'main', 'app', 'reading', 'entry.ts'),
      tending: join(root, 'main', 'app', 'tending', 'thread.ts'),
      resources: join(root, 'resources'),
    };
  }
  const folder = basename(dirname(file)) === 'parts' ? dirname(dirname(file)) : dirname(file);
  return {
    renderer: join(folder, 'renderer'),
    engine: join(folder, 'engine.cjs'),
    reading: join(folder, 'reading.cjs'),
    tending: join(folder, 'tending.cjs'),
    resources: join(folder, '..', 'resources'),
  };
}
