import type { MarkKind } from '../../../db/model/index.ts';
import { attribute, type MarkupElement } from '../markup/index.ts';

/** What is no text of the page: programs, styles, controls, other media. */
export const NOT_TEXT: ReadonlySet<string> = new Set([
  'head',
  'title',
  'script',
  'style',
  'template',
  'iframe',
  'object',
  'embed',
  'applet',
  'canvas',
  'audio',
  'video',
  'select',
  'datalist',
  'textarea',
  'input',
  'rp',
  'annotation',
  'annotation-xml',
  'noembed',
  'noframes',
]);

export const PICTURES: ReadonlySet<string> = new Set(['img', 'svg', 'image']);

/** Elements that stand on lines of their own (the rendering section of the HTML standard), those with own rules left out. */
export const BLOCKS: ReadonlySet<string> = new Set([
  'address',
  'article',
  'aside',
  'body',
  'center',
  'details',
  'dialog',
  'div',
  'fieldset',
  'figure',
  'footer',
  'form',
  'header',
  'hgroup',
  'html',
  'legend',
  'main',
  'nav',
  'optgroup',
  'option',
  'p',
  'search',
  'section',
  'summary',
]);

export const MARKS: ReadonlyMap<string, MarkKind> = new Map([
  ['em', 'em'],
  ['i', 'em'],
  ['cite', 'em'],
  ['dfn', 'em'],
  ['var', 'em'],
  ['strong', 'strong'],
  ['b', 'strong'],
  ['u', 'underline'],
  ['ins', 'underline'],
  ['s', 'strike'],
  ['strike', 'strike'],
  ['del', 'strike'],
  ['sup', 'superscript'],
  ['sub', 'subscript'],
  ['code', 'code'],
  ['kbd', 'code'],
  ['samp', 'code'],
  ['tt', 'code'],
]);

const NOTE_ROLES: ReadonlySet<string> = new Set(['doc-footnote', 'doc-endnote', 'doc-endnotes']);
const NOTE_TYPES: ReadonlySet<string> = new Set([
  'footnote',
  'footnotes',
  'endnote',
  'endnotes',
  'rearnote',
  'rearnotes',
]);
/** What pandoc, Wikipedia and old word processors call the list of notes. */
const NOTE_CLASSES: ReadonlySet<string> = new Set(['footnote', 'footnotes', 'endnote', 'endnotes', 'references']);

/** Whether an element holds notes: by its EPUB type, its ARIA role, or a class of that name. */
export function isNote(element: MarkupElement): boolean {
  return (
    has(element, 'epub:type', NOTE_TYPES) || has(element, 'role', NOTE_ROLES) || has(element, 'class', NOTE_CLASSES)
  );
}

function has(element: MarkupElement, name: string, names: ReadonlySet<string>): boolean {
  return attribute(element, name)
    .toLowerCase()
    .split(/\s+/)
    .some((each) => names.has(each));
}

/** Whether the page says of an element that it is not shown. */
export function isHidden(element: MarkupElement): boolean {
  if (element.attributes.has('hidden')) return true;
  const style = attribute(element, 'style');
  return style !== '' && /(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse))/i.test(style);
}
