import { edgesOf, type Line } from './lines.ts';
import type { Piece } from './piece.ts';

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
 * The lines each page carries beside its text, running titles and page numbers: those at the edges of pages that come back at the
 * same height, with the same words, numbers aside, on three pages or more – or as a page number that counts on two. Pages that
 * have nothing else are no evidence.
 */
export function findFurniture(pages: readonly (readonly Piece[])[]): readonly (readonly Line[])[] {
  const edges = pages.map((pieces) => edgesOf(pieces, EDGE));
  const candidates = edges.flatMap(({ lines }, page) =>
    lines.map((line): Candidate => ({ page, line, key: keyOf(line) })),
  );
  const groups = Map.groupBy(candidates, ({ key, line }) => `${key} ${Math.round(line.size)}`);
  const found = new Set<Line>();
  for (const group of groups.values()) {
    const evidence = group.filter(({ page }) => (edges[page]?.count ?? 0) > EDGE);
    for (const candidate of group) if (comesBack(candidate, evidence)) found.add(candidate.line);
  }
  return edges.map(({ lines }) => lines.filter((line) => found.has(line)));
}

function comesBack(candidate: Candidate, evidence: readonly Candidate[]): boolean {
  const fewest = candidate.key === NUMBER ? 2 : FEWEST_PAGES;
  const pages = new Set<number>();
  for (const each of evidence) {
    if (isSame(candidate, each)) pages.add(each.page);
    // In a long book most lines that come back at all do so at once.
    if (pages.size >= fewest) return true;
  }
  return false;
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
