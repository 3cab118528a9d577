/** An element of a parsed XML or HTML document: no comments, no processing instructions, nothing that could run. */
export interface MarkupElement {
  /** As the reader's table of namespaces names it: `w:p`, or `p` in HTML. */
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly MarkupNode[];
}

export type MarkupNode = MarkupElement | string;

/** Elements nested deeper than this are made by nobody. */
export const DEEPEST = 250;

export function isElement(node: MarkupNode): node is MarkupElement {
  return typeof node !== 'string';
}

/** The child elements, all of them or those of a name. */
export function elements(parent: MarkupElement | undefined, name?: string): MarkupElement[] {
  if (parent === undefined) return [];
  const all = parent.children.filter(isElement);
  return name === undefined ? all : all.filter((child) => child.name === name);
}

/** The first child element of a name, or the one at the end of a path of names. */
export function child(parent: MarkupElement | undefined, ...path: readonly string[]): MarkupElement | undefined {
  let at = parent;
  for (const name of path) at = at?.children.find((node) => isElement(node) && node.name === name) as typeof at;
  return at;
}

/** Every element of a name below another, in the order of the document. */
export function descendants(parent: MarkupElement | undefined, name: string): MarkupElement[] {
  return elements(parent).flatMap((each) =>
    each.name === name ? [each, ...descendants(each, name)] : descendants(each, name),
  );
}

/** All characters below an element. */
export function textOf(node: MarkupNode | undefined): string {
  if (node === undefined) return '';
  return isElement(node) ? node.children.map(textOf).join('') : node;
}

/** The characters below an element on one line, without space around them; for titles and names. */
export function lineOf(node: MarkupNode | undefined): string {
  return textOf(node).replace(/\s+/g, ' ').trim();
}

export function attribute(element: MarkupElement | undefined, name: string): string {
  return element?.attributes.get(name) ?? '';
}
