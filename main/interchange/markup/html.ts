import { type DefaultTreeAdapterTypes, parse, parseFragment } from 'parse5';
import { DEEPEST, type MarkupElement, type MarkupNode } from './element.ts';

interface Open {
  readonly name: string;
  readonly attributes: Map<string, string>;
  readonly children: MarkupNode[];
}

/**
 * Parses HTML as browsers do (the parsing section of the HTML standard, by parse5); nothing is ever too broken for it.
 * What lies deeper than `DEEPEST` is hung up at that depth: its text stays. The root is `html`.
 */
export function parseHtml(text: string): MarkupElement {
  // Without scripting, what stands in <noscript> is markup like any other.
  const document = parse(text, { scriptingEnabled: false });
  const root: Open = { name: '#document', attributes: new Map(), children: [] };
  // A stack of our own: a document of 60,000 nested elements would exhaust that of the language.
  const waiting: { readonly node: DefaultTreeAdapterTypes.ChildNode; readonly parent: Open; readonly depth: number }[] =
    document.childNodes.toReversed().map((node) => ({ node, parent: root, depth: 0 }));
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { node, parent, depth } = next;
    if ('value' in node) parent.children.push(node.value);
    if (!('tagName' in node)) continue;
    const flat = depth >= DEEPEST && !SILENT.has(node.tagName);
    const element: Open = flat
      ? parent
      : {
          name: node.tagName,
          attributes: new Map(
            node.attrs.map(({ name, value, prefix }) => [prefix ? `${prefix}:${name}` : name, value]),
          ),
          children: [],
        };
    if (!flat) parent.children.push(element);
    for (const child of node.childNodes.toReversed()) waiting.push({ node: child, parent: element, depth: depth + 1 });
  }
  return (root.children.find((node) => typeof node !== 'string' && node.name === 'html') as Open | undefined) ?? root;
}

/** What must keep its name however deep it lies, because its text is not to be read. */
const SILENT: ReadonlySet<string> = new Set(['script', 'style', 'template', 'title']);

/** Text with HTML's character references (`&amp;`, `&#233;`) as the characters they stand for; it must hold no tags. */
export function decodeCharacters(text: string): string {
  if (!text.includes('&')) return text;
  const node = parseFragment(text.replaceAll('<', '&lt;')).childNodes[0];
  return node !== undefined && 'value' in node ? node.value : text;
}
