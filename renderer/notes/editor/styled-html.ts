import { type MarkKind, readInlineStyle } from '../../../main/contract/index.ts';
import { withLists } from './list-html.ts';

/** The elements a note knows marks by. */
const ELEMENTS: Partial<Readonly<Record<MarkKind, string>>> = {
  strong: 'strong',
  em: 'em',
  underline: 'u',
  strike: 's',
  superscript: 'sup',
  subscript: 'sub',
};

/** Elements that hold no words themselves, and in which nothing but their own kind may stand. */
const FRAMES = /^(?:table|thead|tbody|tfoot|tr|colgroup|col|ul|ol|dl)$/;

/**
 * Pasted HTML in which what word processors say with styles is said with elements, lists among it. The styles are read as they are written: the
 * policy of the window keeps the browser from making anything of them.
 */
export function withoutStyles(html: string): string {
  if (!/\sstyle\s*=|checkbox/i.test(html)) return html;
  const page = new DOMParser().parseFromString(html, 'text/html');
  withLists(page);
  for (const element of page.querySelectorAll('[style]')) {
    const { marks, isLight } = readInlineStyle(element.getAttribute('style') ?? '');
    element.removeAttribute('style');
    if (FRAMES.test(element.localName)) continue;
    const isHeading = /^(?:h[1-6]|th)$/.test(element.localName);
    const isLinked = element.closest('a[href]') !== null;
    for (const mark of marks) {
      const name = ELEMENTS[mark];
      if (name === undefined || (mark === 'strong' && isHeading) || (mark === 'underline' && isLinked)) continue;
      const wrapping = page.createElement(name);
      wrapping.append(...element.childNodes);
      element.append(wrapping);
    }
    if (isLight && /^(?:b|strong)$/.test(element.localName)) element.replaceWith(...element.childNodes);
  }
  return page.body.innerHTML;
}
