import type { Mark } from '../text.ts';

/** What a page compared with can be asked by the bench; acts begin with an input event, as in the reader. */
export interface PlainPage {
  /** Hands over the text and its highlights, which is not timed. */
  prepare(lines: readonly string[], marks: readonly Mark[]): void;
  /** Done at a click, where nothing is shown yet. */
  open(): void;
  /** Done at a press of the button, where the text is shown: to the middle and, the next time, back to the beginning. */
  jump(): void;
  /** Done at a key: another highlight on the screen. */
  add(): void;
  /** Puts another screen of the text in the place of the one there, where the page holds one screen alone. */
  turn?(screen: number): void;
  /** Whether what was done last is in the document. */
  isDone(): boolean;
}

declare global {
  interface Window {
    plainPage?: PlainPage;
  }
}

/** Puts a page behind input events: the first click opens it, presses after that jump, keys add. */
export function listen(page: PlainPage): void {
  let isOpen = false;
  window.plainPage = page;
  window.addEventListener('pointerdown', () => isOpen && page.jump());
  window.addEventListener('click', () => {
    if (!isOpen) page.open();
    isOpen = true;
  });
  window.addEventListener('keydown', () => page.add());
}

/** Paragraphs as elements. */
export function paragraphs(lines: readonly string[]): DocumentFragment {
  const fragment = document.createDocumentFragment();
  for (const line of lines) {
    const element = document.createElement('p');
    element.textContent = line;
    fragment.append(element);
  }
  return fragment;
}

/** The element the text is put into. */
export function container(): HTMLElement {
  const element = document.querySelector<HTMLElement>('#text');
  if (!element) throw new Error('The page has no place for the text.');
  return element;
}
