import type { Page } from '@playwright/test';

/** Words of one row that are painted alike. */
export interface Painted {
  /**
   * `lectern-green-50` for what is green on the lower half of its lines, `lectern-faint-green` for what is dimmed, `lectern-again` for the
   * line under two highlights of one colour and `lectern-focus` for the one under the highlight in focus; the name of the browser's highlight for
   * all else.
   */
  readonly name: string;
  readonly words: string;
}

/** Words that are covered, and where: `block` counts from 0, `from` and `to` code points of the row. */
export interface PaintedCover extends Painted {
  readonly block: number;
  readonly from: number;
  readonly to: number;
}

/** What is painted on the rows in the document, seen as a reader sees it: which letters lie on what is drawn behind them. */
export async function painted(page: Page): Promise<readonly Painted[]> {
  const lines = await page.evaluate(() => {
    const wordsOf = ({ startContainer, startOffset, endContainer, endOffset }: AbstractRange) => {
      const range = new Range();
      range.setStart(startContainer, startOffset);
      range.setEnd(endContainer, endOffset);
      return range.toString();
    };
    return [...CSS.highlights].flatMap(([name, ranges]) =>
      [...ranges].map((range) => ({ name, words: wordsOf(range) })),
    );
  });
  const covers = await drawnCovers(page);
  return [...lines, ...covers.map(({ name, words }) => ({ name, words }))];
}

/** What highlights cover, row by row, whichever of them is in focus. Letters that have no width have what the letter before them has. */
export async function paintedCovers(page: Page): Promise<readonly PaintedCover[]> {
  const covers = await drawnCovers(page);
  return covers.filter(({ name }) => name !== 'lectern-focus');
}

function drawnCovers(page: Page): Promise<readonly PaintedCover[]> {
  return page.evaluate(() => {
    interface Box {
      readonly look: string;
      readonly left: number;
      readonly right: number;
      readonly top: number;
      readonly bottom: number;
    }
    const drawing = document.querySelector('.reader-bands');
    if (!drawing) return [];
    const boxes: readonly Box[] = Array.from(drawing.querySelectorAll<SVGPathElement>('[d]'), (path) => {
      const { a: scale, e: left, f: top } = path.getScreenCTM() ?? new DOMMatrix();
      const outline = path.getAttribute('d') ?? '';
      return Array.from(outline.matchAll(/M(\S+) (\S+)h(\S+)v(\S+)h\S+z/g), ([, x, y, width, height]) => ({
        look: path.dataset['look'] ?? '',
        left: left + scale * Number(x),
        right: left + scale * (Number(x) + Number(width)),
        top: top + scale * Number(y),
        bottom: top + scale * (Number(y) + Number(height)),
      }));
    }).flat();

    const nameOf = ({ look, top, bottom }: Box, letter: DOMRect) =>
      look === 'again' || look === 'focus' || look.startsWith('faint')
        ? `lectern-${look}`
        : `lectern-${look}-${Math.round((100 * (bottom - top)) / letter.height)}`;

    // Where colours are forced lines lie below the words.
    const below = matchMedia('(forced-colors: active)').matches ? 5 : 0;
    const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
    const range = new Range();
    /** The graphemes of a row, which may begin in one text node and end in another. */
    const lettersOf = (row: Element, near: readonly Box[]) => {
      const nodes: { readonly node: Node; readonly from: number; readonly to: number }[] = [];
      const walker = document.createTreeWalker(row, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const from = nodes.at(-1)?.to ?? 0;
        nodes.push({ node, from, to: from + (node.textContent?.length ?? 0) });
      }
      const letters: { readonly letter: string; readonly names: readonly string[] }[] = [];
      for (const { segment: letter, index } of segmenter.segment(row.textContent ?? '')) {
        const first = nodes.find(({ to }) => index < to);
        const last = nodes.find(({ to }) => index + letter.length <= to);
        if (!first || !last) continue;
        range.setStart(first.node, index - first.from);
        range.setEnd(last.node, index + letter.length - last.from);
        const rect = Array.from(range.getClientRects()).find(({ width }) => width > 0);
        const middle = rect ? rect.left + rect.width / 2 : 0;
        const under = near.filter(
          (box) =>
            rect &&
            box.left < middle &&
            middle < box.right &&
            (box.look === 'again' || box.look === 'focus'
              ? box.top < rect.bottom + below && rect.top < box.bottom
              : Math.abs(box.bottom - rect.bottom) < 2),
        );
        const names = rect ? [...new Set(under.map((box) => nameOf(box, rect)))] : (letters.at(-1)?.names ?? []);
        letters.push({ letter, names });
      }
      return letters;
    };

    return Array.from(document.querySelectorAll<HTMLElement>('.reader-row')).flatMap((row) => {
      const { top, bottom } = row.getBoundingClientRect();
      const near = boxes.filter((box) => box.top < bottom && top < box.bottom);
      if (near.length === 0) return [];
      const letters = lettersOf(row, near);
      const block = Number(row.parentElement?.getAttribute('aria-posinset')) - 1;
      const runs: { name: string; words: string; block: number; from: number; to: number }[] = [];
      let from = 0;
      for (const { letter, names } of letters) {
        const to = from + Array.from(letter).length;
        for (const name of names) {
          const run = runs.find((each) => each.name === name && each.to === from);
          if (run) Object.assign(run, { to, words: run.words + letter });
          else runs.push({ name, words: letter, block, from, to });
        }
        from = to;
      }
      return runs;
    });
  });
}
