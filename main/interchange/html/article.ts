import { Readability } from '@mozilla/readability';
import JSDOMParser from '@mozilla/readability/JSDOMParser.js';
import { isElement, type MarkupElement, type MarkupNode, parseHtml } from '../markup/index.ts';
import { NOT_TEXT } from './elements.ts';

/** Elements without content or end tag (HTML standard, 13.1.2). */
const VOID: ReadonlySet<string> = new Set([
  'area',
  'base',
  'br',
  'col',
  'embed',
  'hr',
  'img',
  'input',
  'link',
  'meta',
  'source',
  'track',
  'wbr',
]);
/** Kept though it is no text: what says of a page where it begins. */
const FOR_READABILITY: ReadonlySet<string> = new Set(['head', 'title']);

/**
 * The article of a page without what surrounds it (menus, advertisements, lists of other articles), as Firefox’s reader view finds
 * it; nothing where there is none. It works on a copy of the tree from which everything that could run is gone.
 */
export function articleOf(root: MarkupElement): MarkupElement | undefined {
  const document = new JSDOMParser().parse(markupOf(root));
  const article = new Readability(document, { keepClasses: true, disableJSONLD: true }).parse();
  return typeof article?.content === 'string' ? parseHtml(article.content) : undefined;
}

/** A tree as markup that is well-formed: the small document knows no other. */
function markupOf(node: MarkupNode): string {
  if (!isElement(node)) return escaped(node);
  const { name, attributes, children } = node;
  if (!/^[a-z][\w:.-]*$/i.test(name) || (NOT_TEXT.has(name) && !FOR_READABILITY.has(name))) return '';
  const said = Array.from(attributes)
    .filter(([key]) => /^[a-z_][\w:.-]*$/i.test(key) && !/^on/i.test(key))
    .map(([key, value]) => ` ${key}="${escaped(value)}"`)
    .join('');
  return VOID.has(name) ? `<${name}${said}/>` : `<${name}${said}>${children.map(markupOf).join('')}</${name}>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
