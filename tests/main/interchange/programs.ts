import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Whether a program of this name can be run here; tests that need one say so where it is missing. */
export function has(program: string): boolean {
  return spawnSync(program, ['--version'], { stdio: 'ignore' }).error === undefined;
}

/** Whether TeX is here with all a summary asks of it, and not only its core. */
export function hasTex(program: string): boolean {
  const styles = ['biblatex.sty', 'fontspec.sty', 'lmodern.sty', 'geometry.sty', 'hyperref.sty'];
  return (
    has(program) && spawnSync('kpsewhich', styles, { encoding: 'utf8' }).stdout?.split('\n').length > styles.length
  );
}

/** Runs a program in a folder of its own that holds the given files; answers what it printed. @throws where it fails */
export function runOn<T>(
  files: Readonly<Record<string, Uint8Array>>,
  program: string,
  args: readonly string[],
  look: (folder: string, printed: string) => T,
): T {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-look-'));
  try {
    for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, name), bytes);
    const { status, stdout, stderr } = spawnSync(program, args, {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, HOME: folder },
    });
    if (status !== 0) throw new Error(`${program} failed: ${stdout.slice(-2000)} ${stderr.slice(-2000)}`);
    return look(folder, stdout);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
