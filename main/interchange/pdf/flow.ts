import type { Composer } from '../composer/index.ts';
import { type Met, nothingMet } from '../source/index.ts';
import { findFurniture } from './furniture.ts';
import type { Line } from './lines.ts';
import { followMarks } from './marking.ts';
import { findNotes } from './notes.ts';
import { BULLET, goesOn, joined, joinsOf, rowsOf } from './paragraphs.ts';
import type { PageText } from './piece.ts';
import { type Region, regionsOf } from './regions.ts';

/** How much larger than the text letters have to be to make a heading, and how many lines one may have. */
const LARGER = 1.15;
const LONGEST_HEADING = 200;
/** Headings are at most this share of the text. */
const RARE = 0.15;
const HEADING_LEVELS = 4;

/**
 * Composes the text of pages: regions in reading order, lines joined to paragraphs over columns and pages, headings by their size,
 * footnotes, running titles, page numbers and
 * what runs in another direction as lines of their own behind the paragraph they interrupt.
 * @param labels of the pages, as people cite them
 */
export function composePages(pages: readonly PageText[], labels: readonly string[], composer: Composer): Met {
  const met = nothingMet();
  const marking = followMarks(composer, met);
  const furniture = findFurniture(pages.map(({ pieces }) => pieces));
  const laidOut = pages.map(({ pieces, height }, index) => {
    const carried = new Set(furniture[index]?.flatMap((line) => line.pieces));
    const own = pieces.filter((piece) => !carried.has(piece));
    return { own, height, regions: regionsOf(own) };
  });
  const sizes = sizesOf(laidOut.flatMap(({ regions }) => regions));
  const noted = laidOut.map(({ own, height, regions }, index) =>
    findNotes(regions, own, height, sizes.usual, String(index)),
  );
  const regions = laidOut.map((page, index) => {
    const { pieces, notes } = noted[index] ?? { pieces: [], notes: [] };
    return notes.length === 0 ? page.regions : regionsOf(pieces);
  });
  const levels = headingLevels(sizes);
  /** The last line of the paragraph that is open, still to be written: its end depends on what follows. */
  let pending: Line | undefined;

  function write(line: Line | undefined): void {
    const { cut, between } =
      pending === undefined || line === undefined ? { cut: 0, between: '' } : joined(pending.text, line.text);
    if (pending !== undefined) {
      marking.write(pending, pending.text.length - cut);
      marking.join(between);
    }
    pending = line;
  }

  function begin(line: Line): void {
    write(undefined);
    const level = mayBeHeading(line.text) ? levels.get(rounded(line.size)) : undefined;
    if (level !== undefined) composer.begin('heading', level);
    else if (BULLET.test(line.text)) composer.begin('list-item', 1);
    else composer.begin('paragraph');
    write(line);
  }

  function row({ cells }: Line): void {
    write(undefined);
    composer.row(() => {
      for (const cell of cells) composer.cell(() => marking.write(cell));
    });
  }

  for (const [index, all] of regions.entries()) {
    const label = labels[index] ?? '';
    composer.setLabel(label);
    for (const region of all) {
      const joins = joinsOf(region);
      const rows = rowsOf(region.lines);
      for (const [at, line] of region.lines.entries()) {
        if (rows.has(line)) {
          row(line);
          continue;
        }
        const continues = at === 0 ? pending !== undefined && goesOn(pending, line) : joins[at] === 'continues';
        if (continues) write(line);
        else begin(line);
      }
    }
    for (const { name, lines } of noted[index]?.notes ?? []) {
      composer.later(() => {
        composer.setLabel(label);
        composer.anchor(name);
        composer.begin('footnote');
        for (const [at, line] of lines.entries()) {
          const next = lines[at + 1];
          const { cut, between } = next === undefined ? { cut: 0, between: '' } : joined(line.text, next.text);
          marking.write(line, line.text.length - cut);
          marking.join(between);
        }
        composer.setLabel(labels[index + 1] ?? label);
      });
    }
    const beside = (pages[index]?.turned ?? []).flatMap((pieces) => regionsOf(pieces).flatMap(({ lines }) => lines));
    const apart = [
      ...beside.map((line) => ['paragraph', line] as const),
      ...(furniture[index] ?? []).map((line) => ['header-footer', line] as const),
    ];
    for (const [kind, line] of apart) {
      composer.later(() => {
        composer.setLabel(label);
        composer.begin(kind);
        marking.write(line);
        composer.setLabel(labels[index + 1] ?? label);
      });
    }
  }
  write(undefined);
  composer.end();
  marking.finish();
  return met;
}

function mayBeHeading(text: string): boolean {
  return text.length <= LONGEST_HEADING && !BULLET.test(text) && !/[.,;]$/.test(text);
}

interface Sizes {
  /** How many characters are set in each size. */
  readonly characters: ReadonlyMap<number, number>;
  readonly all: number;
  /** The one most of the text has. */
  readonly usual: number;
}

function sizesOf(regions: readonly Region[]): Sizes {
  const characters = new Map<number, number>();
  let all = 0;
  for (const { text, size } of regions.flatMap(({ lines }) => lines)) {
    characters.set(rounded(size), (characters.get(rounded(size)) ?? 0) + text.length);
    all += text.length;
  }
  const [usual] = [...characters].reduce((most, each) => (each[1] > most[1] ? each : most), [0, 0]);
  return { characters, all, usual };
}

/** Levels by size of letters, the largest first: sizes clearly larger than most of the text, in which little is set. */
function headingLevels({ characters, all, usual }: Sizes): Map<number, number> {
  const larger = [...characters]
    .filter(([size, count]) => size > usual * LARGER && count < all * RARE)
    .map(([size]) => size)
    .sort((a, b) => b - a);
  return new Map(larger.map((size, at) => [size, Math.min(at + 1, HEADING_LEVELS)]));
}

function rounded(size: number): number {
  return Math.round(size * 2) / 2;
}
