import type { Line } from './lines.ts';

/** Lines a page carries beside its text: running titles and page numbers. */
export type Furniture = ReadonlySet<Line>;

interface Candidate {
  readonly page: number;
  readonly line: Line;
  readonly key: string;
}

/** So many lines from the top and the bottom of a page are looked at. */
const EDGE = 2;
/** A title that changes with every chapter still comes back on so many pages. */
const FEWEST_PAGES = 3;
/** How far, in points, the same line may stand higher or lower. */
const SAME_HEIGHT = 6;

/**
 * Finds the lines at the edges of pages that come back at the same height: with the same words, numbers aside, on three pages or
 * more – or as a page number that counts on two. Pages that have nothing else are no evidence.
 * @param pages the lines of each page, from the top
 */
export function findFurniture(pages: readonly (readonly Line[])[]): Furniture {
  const candidates = pages.flatMap((lines, page) => {
    const sorted = lines.toSorted((a, b) => a.y - b.y);
    return [...new Set([...sorted.slice(0, EDGE), ...sorted.slice(-EDGE)])].map(
      (line): Candidate => ({ page, line, key: keyOf(line) }),
    );
  });
  const groups = Map.groupBy(candidates, ({ key, line }) => `${key} ${Math.round(line.size)}`);
  const found = new Set<Line>();
  const hasText = pages.map((lines) => lines.length > EDGE);
  for (const group of groups.values()) {
    for (const candidate of group) {
      const others = group.filter((each) => hasText[each.page] && isSame(candidate, each)).map(({ page }) => page);
      if (new Set(others).size >= (candidate.key === NUMBER ? 2 : FEWEST_PAGES)) found.add(candidate.line);
    }
  }
  return found;
}

/** At the same height; and numbers only where they grow by one from page to page, as those of chapters do not. */
function isSame(one: Candidate, other: Candidate): boolean {
  if (Math.abs(other.line.y - one.line.y) > SAME_HEIGHT) return false;
  return one.key !== NUMBER || numberIn(other.line.text) - numberIn(one.line.text) === other.page - one.page;
}

const NUMBER = '#';

function keyOf({ text }: Line): string {
  if (/^[–—\-[( ]*(?:\d{1,4}|[ivxlcdm]{1,8})[–—\-\]) ]*$/i.test(text)) return NUMBER;
  return text.toLowerCase().replace(/\d+/g, NUMBER);
}

const ROMAN: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100, d: 500, m: 1000 };

/** The value of a page number, Arabic or Roman. */
function numberIn(text: string): number {
  const digits = /\d+/.exec(text)?.[0];
  if (digits !== undefined) return Number(digits);
  const values = Array.from(text.toLowerCase(), (letter) => ROMAN[letter] ?? 0).filter((value) => value > 0);
  return values.reduce((sum, value, at) => sum + (value < (values[at + 1] ?? 0) ? -value : value), 0);
}
