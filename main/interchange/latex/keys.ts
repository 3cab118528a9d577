import type { SummarySource } from '../summary/index.ts';

/** A key for each source by its id, readable where author and year allow: `hansen1974`, `hansen1974b`. */
export function citeKeys(sources: readonly SummarySource[]): ReadonlyMap<string, string> {
  const keys = new Map<string, string>();
  const taken = new Set<string>();
  for (const source of sources) {
    const base = baseOf(source);
    let key = base;
    for (let again = 1; taken.has(key); again += 1)
      key = `${base}${again < 26 ? String.fromCharCode(97 + again) : `-${again}`}`;
    taken.add(key);
    keys.set(source.id, key);
  }
  return keys;
}

function baseOf({ authors: [author = ''], title, date }: SummarySource): string {
  const family = author.includes(',') ? author.split(',')[0] : author.trim().split(/\s+/).at(-1);
  const year = /\d{4}/.exec(date)?.[0] ?? '';
  const word = ascii(family ?? '') || ascii(title.split(/\s+/)[0] ?? '') || 'source';
  return `${word}${year}`;
}

function ascii(word: string): string {
  return word
    .toLowerCase()
    .replaceAll('ø', 'o')
    .replaceAll('æ', 'ae')
    .normalize('NFD')
    .replace(/[^a-z0-9]/g, '')
    .slice(0, 24);
}
