import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

/** Bytes of a file nobody of this process has open; fewer where it ends before. */
export function pieceOf(path: string, from: number, count: number): Buffer {
  const file = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(count);
    return bytes.subarray(0, readSync(file, bytes, 0, count, from));
  } finally {
    closeSync(file);
  }
}

/** In bytes. */
export function sizeOf(path: string): number {
  const file = openSync(path, 'r');
  try {
    return fstatSync(file).size;
  } finally {
    closeSync(file);
  }
}
