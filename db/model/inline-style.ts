import type { MarkKind } from './source.ts';

/** What the `style` attribute of an element says of its words. */
export interface InlineStyle {
  /** What it makes of them, in the words marks have. */
  readonly marks: readonly MarkKind[];
  /** It says that they are not bold: some programs wrap all they copy in a `b` that is none. */
  readonly isLight: boolean;
}

/** Declarations; a semicolon in a string or in brackets ends none. */
const DECLARATION = /(?:[^;"'()]|"[^"]*"|'[^']*'|\([^()]*\))+/g;

/**
 * Reads the few properties by which word processors say bold, italic, underlined, struck, raised and lowered (CSS Fonts 4, CSS
 * Text Decoration 3, CSS 2.2). By its characters: what a browser makes of a style attribute depends on the policy of the page.
 */
export function readInlineStyle(style: string): InlineStyle {
  const marks = new Set<MarkKind>();
  let isLight = false;
  for (const [declaration] of style.matchAll(DECLARATION)) {
    const colon = declaration.indexOf(':');
    const value = declaration
      .slice(colon + 1)
      .replace(/!\s*important/i, '')
      .trim()
      .toLowerCase();
    const take = (isSo: boolean, kind: MarkKind) => (isSo ? marks.add(kind) : marks.delete(kind));
    switch (declaration.slice(0, Math.max(0, colon)).trim().toLowerCase()) {
      case 'font-weight':
        isLight = /^(?:normal|lighter|[1-5]00)$/.test(value);
        take(/^(?:bold|bolder|[6-9]00)$/.test(value), 'strong');
        break;
      case 'font-style':
        take(/^(?:italic|oblique)\b/.test(value), 'em');
        break;
      case 'text-decoration':
      case 'text-decoration-line':
        take(/\bunderline\b/.test(value), 'underline');
        take(/\bline-through\b/.test(value), 'strike');
        break;
      case 'vertical-align':
        take(value === 'super', 'superscript');
        take(value === 'sub', 'subscript');
    }
  }
  return { marks: [...marks], isLight };
}
