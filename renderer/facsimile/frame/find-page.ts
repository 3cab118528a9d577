import type { PageAsked } from './messages.ts';

/**
 * The number of the page that is meant, from 1.
 * @param labels what the pages are called, where the file says so; the others are called by their number
 */
export function findPage(asked: PageAsked, pages: number, labels: readonly string[] | null): number {
  if ('number' in asked) return Math.min(pages, Math.max(1, asked.number));
  const near = 1 + asked.share * (pages - 1);
  let found: number | undefined;
  for (let number = 1; number <= pages; number++) {
    if ((labels?.[number - 1] || String(number)) !== asked.label) continue;
    if (found === undefined || Math.abs(number - near) < Math.abs(found - near)) found = number;
  }
  return found ?? Math.round(near);
}
