/**
 * Addresses inside a book: paths of its container, resolved against the file they are written in. Nothing leads out of it:
 * an address with a scheme or a host is not one of the book.
 */

/** The path and fragment an address means, or nothing where it leads elsewhere. */
export function resolveAddress(base: string, address: string): { path: string; fragment: string } | undefined {
  if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(address)) return undefined;
  const [before = '', fragment = ''] = address.split('#', 2);
  const path = before === '' ? base : normalise(`${folderOf(base)}${decoded(before)}`);
  return { path, fragment: decoded(fragment) };
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}

function normalise(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

/** Names in a package are percent-encoded, and some are not although they say so. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
