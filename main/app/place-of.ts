import { statfsSync } from 'node:fs';
import { sep } from 'node:path';
import type { NotebookStatus } from '../contract/index.ts';

/** Folders that services keep in step with other computers, by what they are called. */
const SERVICES: readonly (readonly [folder: RegExp, service: string])[] = [
  [/^Dropbox\b/i, 'Dropbox'],
  [/^OneDrive\b/i, 'OneDrive'],
  [/^(?:Mobile Documents|iCloud ?Drive)$/i, 'iCloud'],
  [/^(?:Google ?Drive|My Drive|GoogleDrive-.*)$/i, 'Google Drive'],
  [/^Nextcloud\b/i, 'Nextcloud'],
  [/^ownCloud\b/i, 'ownCloud'],
  [/^(?:pCloud ?Drive|pCloudDrive)$/i, 'pCloud'],
  [/^(?:MEGA|MEGAsync)$/i, 'MEGA'],
  [/^(?:Syncthing|Sync)$/i, 'Syncthing'],
  [/^Box(?: Sync)?$/i, 'Box'],
];

/** Kinds of file systems that are somebody else's disk (Linux, statfs(2)): NFS, SMB, CIFS, SMB2, AFS, Ceph, 9P. */
const NETWORKS: ReadonlySet<number> = new Set([
  0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x5346414f, 0x00c36400, 0x01021997,
]);

/**
 * Where a notebook lies, as far as its path and its disk tell. Services copy a file while it is written, and networks
 * promise locks they do not keep, so whoever works there should know.
 */
export function placeOf(path: string): Pick<NotebookStatus, 'place' | 'service'> {
  const folders = path.split(/[/\\]/).slice(0, -1);
  for (const folder of folders) {
    const service = SERVICES.find(([name]) => name.test(folder))?.[1];
    if (service !== undefined) return { place: 'synchronised', service };
  }
  return { place: isOnNetwork(path) ? 'network' : 'local', service: '' };
}

function isOnNetwork(path: string): boolean {
  if (sep === '\\') return path.startsWith('\\\\');
  if (process.platform !== 'linux') return false;
  try {
    return NETWORKS.has(statfsSync(path).type >>> 0);
  } catch {
    // A file that is gone is on no network.
    return false;
  }
}
