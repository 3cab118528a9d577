import { randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { PreferenceFile } from '../app/index.ts';

/** A JSON file that is either the old one or the new one, whatever happens while it is written. */
export function preferencesFile(path: string): PreferenceFile {
  return {
    async read() {
      try {
        return JSON.parse(await readFile(path, 'utf8'));
      } catch {
        // Preferences that cannot be read are as good as none: the program must start all the same.
        return undefined;
      }
    },
    async write(value) {
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      await replaceFile(path, `${JSON.stringify(value, null, 2)}\n`, 0o600);
    },
  };
}

/**
 * Writes a file beside its final place, makes it durable, and moves it there in one step.
 * @param mode who may read and write it, before the user's mask
 */
export async function replaceFile(path: string, content: string | Uint8Array, mode = 0o666): Promise<void> {
  const draft = `${path}.${randomUUID()}.tmp`;
  try {
    const file = await open(draft, 'wx', mode);
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, path);
  } catch (cause) {
    await rm(draft, { force: true });
    throw cause;
  }
}
