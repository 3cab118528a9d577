import iconv from 'iconv-lite';

/**
 * The path an entry says it has. It is UTF-8 where it can be, as most programs write whatever they say of it, else code page 437
 * (PKWARE APPNOTE 6.3.10, appendix D).
 */
export function entryPath(name: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(name).replaceAll('\\', '/');
  } catch {
    return iconv.decode(name, 'cp437').replaceAll('\\', '/');
  }
}

/** Whether a path stays inside: nothing is written by it, but one that climbs out was made by nobody who means well. */
export function staysInside(path: string): boolean {
  return !path.startsWith('/') && !/^[A-Za-z]:/.test(path) && !path.includes('\0') && !path.split('/').includes('..');
}

/** What systems put beside documents and nobody means: `.DS_Store`, `__MACOSX/`. */
export function isHidden(path: string): boolean {
  return path.split('/').some((part) => part === '__MACOSX' || (part.startsWith('.') && part !== '..' && part !== '.'));
}
