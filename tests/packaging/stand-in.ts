import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What Electron's fuse tool looks for in the binary, the wire's version and length, and one state per fuse. */
const FUSE_WIRE = Buffer.concat([
  Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'),
  Buffer.from([1, 8]),
  Buffer.from('10101100'),
]);

/**
 * Makes a folder that electron-builder takes for Electron's Linux distribution. Nothing in it runs; it lets everything
 * around the binary be tried where Electron cannot be downloaded.
 */
export function makeStandInElectron(folder: string, root: string): string {
  mkdirSync(join(folder, 'locales'), { recursive: true });
  const { version } = JSON.parse(readFileSync(join(root, 'node_modules/electron/package.json'), 'utf8'));
  writeFileSync(join(folder, 'version'), `v${version}`);
  writeFileSync(join(folder, 'electron'), FUSE_WIRE);
  chmodSync(join(folder, 'electron'), 0o755);
  for (const file of ['LICENSE', 'LICENSES.chromium.html', 'resources.pak', 'chrome-sandbox', 'libffmpeg.so']) {
    writeFileSync(join(folder, file), '');
  }
  for (const locale of ['en-US', 'nb', 'de']) writeFileSync(join(folder, 'locales', `${locale}.pak`), '');
  return folder;
}

/** The states of the fuses in a packed program, as Electron's own order has them ('0' off, '1' on). */
export function readFuses(program: string): string {
  const bytes = readFileSync(program);
  const start = bytes.indexOf(FUSE_WIRE.subarray(0, 34)) + 34;
  return bytes.toString('latin1', start, start + 8);
}
