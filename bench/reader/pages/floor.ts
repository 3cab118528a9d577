import './page.css';
import { container, listen, paragraphs } from './plain-page.ts';

/**
 * The floor under every reader: one bare screen of the text and nothing else. No index, no scrolling, no highlights but the one that is
 * added; a jump puts other paragraphs in the place of those there.
 */

/** Paragraphs that fill the screen. */
const SCREEN = 12;

let lines: readonly string[] = [];
let isAtMiddle = false;
let isDone = () => false;

function show(from: number): void {
  const text = container();
  text.replaceChildren(paragraphs(lines.slice(from, from + SCREEN)));
  isDone = () => text.firstChild?.textContent === lines[from];
}

listen({
  prepare(all) {
    lines = all;
  },
  open: () => show(0),
  jump() {
    isAtMiddle = !isAtMiddle;
    show(isAtMiddle ? Math.floor(lines.length / 2) : 0);
  },
  add() {
    const words = container().querySelectorAll('p')[2]?.firstChild;
    if (!words) return;
    const added = CSS.highlights.get('added') ?? new Highlight();
    CSS.highlights.set('added', added);
    const before = added.size;
    const from = before * 4;
    added.add(new StaticRange({ startContainer: words, startOffset: from, endContainer: words, endOffset: from + 12 }));
    isDone = () => added.size > before;
  },
  turn: (screen) => show((screen * SCREEN) % Math.max(1, lines.length - SCREEN)),
  isDone: () => isDone(),
});
