import { dropControls } from '../source/index.ts';

/** Text that XML and HTML can carry: no controls, no halves of surrogate pairs, no U+FFFE or U+FFFF (XML 1.0, section 2.2). */
export function wellFormed(text: string): string {
  return dropControls(text)
    .toWellFormed()
    .replace(/[\uFFFE\uFFFF]/g, '\uFFFD');
}

/** Well-formed text for the inside of an element or of a double-quoted attribute. */
export function escapeMarkup(text: string): string {
  return wellFormed(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
