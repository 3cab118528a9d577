import { parseFragment } from 'parse5';
import { SaxesParser } from 'saxes';
import { DEEPEST, type MarkupElement, type MarkupNode } from './element.ts';

/** How a document's namespaces are called by who reads it: prefix by address; the empty prefix leaves names bare. */
export type Prefixes = Readonly<Record<string, string>>;

/** A document that is not well-formed, or is deeper or larger than any honest one. The message says why, in English. */
export class MarkupError extends Error {
  override readonly name = 'MarkupError';
}

/** Some gigabyte of memory: more than any document that is read as a whole. */
const MOST_NODES = 4_000_000;

const ALWAYS: Prefixes = { 'http://www.w3.org/XML/1998/namespace': 'xml' };

interface Open {
  readonly name: string;
  readonly attributes: Map<string, string>;
  readonly children: MarkupNode[];
}

/**
 * Parses an XML document (XML 1.0 with namespaces) into a tree. External entities and DTDs are never fetched and internal
 * ones never expanded; the names HTML gives to characters (`&nbsp;`) are known, because XHTML uses them.
 * @throws MarkupError where it is not well-formed, nested too deep or too large
 */
export function parseXml(text: string, prefixes: Prefixes): MarkupElement {
  const names: Prefixes = { ...ALWAYS, ...prefixes };
  const parser = new SaxesParser({ xmlns: true });
  Object.assign(parser.ENTITIES, namedCharacters(text));
  const trail: Open[] = [];
  let root: MarkupElement | undefined;
  let nodes = 0;

  const called = (uri: string, local: string) => {
    const prefix = uri === '' ? '' : (names[uri] ?? '?');
    return prefix === '' ? local : `${prefix}:${local}`;
  };
  const add = (node: MarkupNode) => {
    if (++nodes > MOST_NODES) throw new MarkupError('it has too many parts');
    trail.at(-1)?.children.push(node);
  };

  parser.on('error', (error) => {
    // Some programs forget to declare a namespace; the name is then no name of ours, and no harm is done.
    if (!/unbound namespace prefix/.test(error.message)) throw new MarkupError(error.message);
  });
  parser.on('opentag', ({ uri, local, attributes }) => {
    if (trail.length >= DEEPEST) throw new MarkupError('it is nested too deep');
    const element: Open = {
      name: called(uri, local),
      attributes: new Map(Object.values(attributes).map((each) => [called(each.uri, each.local), each.value])),
      children: [],
    };
    add(element);
    trail.push(element);
  });
  parser.on('closetag', () => {
    const closed = trail.pop();
    if (trail.length === 0) root ??= closed;
  });
  parser.on('text', (characters) => add(characters));
  parser.on('cdata', (characters) => add(characters));

  parser.write(text).close();
  if (root === undefined) throw new MarkupError('it has no root element');
  return root;
}

/** The character names a document uses, by HTML's table of them. */
function namedCharacters(text: string): Record<string, string> {
  const names = new Set(Array.from(text.matchAll(/&([A-Za-z][A-Za-z0-9]{1,31});/g), ([, name = '']) => name));
  const known: Record<string, string> = {};
  for (const name of names) {
    const node = parseFragment(`&${name};`).childNodes[0];
    if (node !== undefined && 'value' in node && !node.value.startsWith('&')) known[name] = node.value;
  }
  return { ...known, lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
}
