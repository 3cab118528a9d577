import { placeIn, type RowView } from './row-element.ts';

/**
 * Paints with the CSS Custom Highlight API what is about words for a while, and the lines under mentions: no element is made, so positions
 * stay simple. One `Highlight` object per name, never per range: many names cost (measured: 1,000 names take five times as long to
 * paint as eight).
 */

/** Names in the order in which they are painted, the last on top. */
const PRIORITIES = {
  entity: 0,
  find: 1,
  flash: 2,
  selection: 3,
  found: 4,
};

/** `find` is every match of what is looked for, `found` the one the reader is at. */
export type Special = 'find' | 'flash' | 'selection' | 'found';

/** A name under which ranges are registered. */
export type PaintName = string;

export function specialName(special: Special): PaintName {
  return `lectern-${special}`;
}

/** @param type name of an entity type, which may hold any character */
export function entityName(type: string): PaintName {
  return `lectern-entity-${Array.from(type, (letter) => letter.codePointAt(0)?.toString(36)).join('-')}`;
}

/** A range of a row's text to paint, in UTF-16 units. */
export interface Paint {
  readonly name: PaintName;
  readonly from: number;
  readonly to: number;
}

export interface Painter {
  /** Replaces what is painted on a row under names of this group. */
  paint(row: RowView, group: 'lines' | 'selection' | 'flash' | 'find', paints: readonly Paint[]): void;
  /** Takes everything off a row that leaves the document. */
  clear(row: RowView): void;
  /** Gives the underline of each entity type its colour, a CSS value. */
  colourEntities(types: readonly { readonly name: string; readonly colour: string }[]): void;
  close(): void;
}

/**
 * Adopted once and never taken away: a document whose style sheets are others is styled anew as a whole, and a text that opens would
 * have to wait for it. For the same reason rules are for what holds the rows: every name whose rule is for an element costs as much
 * as styling one more element, and rows inherit them for nothing.
 */
let entitySheet: CSSStyleSheet | null = null;
/** Its text, to know whether another one is wanted. */
let entityRules = '';

function adoptedSheet(): CSSStyleSheet {
  if (entitySheet) return entitySheet;
  entitySheet = new CSSStyleSheet();
  document.adoptedStyleSheets.push(entitySheet);
  return entitySheet;
}

/** What is painted on a row under names of one group, by name and place. */
type Ranges = Map<string, readonly [Highlight, StaticRange]>;

export function createPainter(): Painter {
  const registry = new Map<PaintName, Highlight>();
  const painted = new Map<RowView, Map<string, Ranges>>();
  const sheet = adoptedSheet();

  const highlightNamed = (name: PaintName) => {
    const known = registry.get(name);
    if (known) return known;
    const made = new Highlight();
    made.priority = priorityOf(name);
    registry.set(name, made);
    CSS.highlights.set(name, made);
    return made;
  };

  const erase = (ranges: Ranges) => {
    for (const [highlight, range] of ranges.values()) highlight.delete(range);
  };

  const added = (row: RowView, name: PaintName, from: number, to: number) => {
    const highlight = highlightNamed(name);
    const start = placeIn(row, from, 'after');
    const end = placeIn(row, to, 'before');
    const range = new StaticRange({
      startContainer: start.node,
      startOffset: start.offset,
      endContainer: end.node,
      endOffset: end.offset,
    });
    highlight.add(range);
    return [highlight, range] as const;
  };

  return {
    paint(row, group, paints) {
      const groups = painted.get(row) ?? new Map<string, Ranges>();
      const before = groups.get(group);
      if (!before && paints.length === 0) return;
      // What stays is not touched: the browser paints every row anew that has a range more or less.
      const now = new Map<string, readonly [Highlight, StaticRange]>();
      for (const { name, from, to } of paints) {
        const key = `${name} ${from} ${to}`;
        const kept = before?.get(key);
        before?.delete(key);
        if (kept) now.set(key, kept);
        else if (!now.has(key)) now.set(key, added(row, name, from, to));
      }
      if (before) erase(before);
      painted.set(row, groups);
      groups.set(group, now);
    },
    clear(row) {
      for (const ranges of painted.get(row)?.values() ?? []) erase(ranges);
      painted.delete(row);
    },
    colourEntities(types) {
      const wanted = types
        .map(
          ({ name, colour }) =>
            `.reader-canvas::highlight(${entityName(name)}) { text-decoration: underline dotted 2px ${colour}; text-underline-offset: 0.26em; text-decoration-skip-ink: none; }`,
        )
        .join('\n');
      if (entityRules === wanted) return;
      entityRules = wanted;
      sheet.replaceSync(wanted);
    },
    close() {
      for (const name of registry.keys()) CSS.highlights.delete(name);
    },
  };
}

function priorityOf(name: PaintName): number {
  const [, kind = ''] = name.split('-');
  return isSpecial(kind) ? PRIORITIES[kind] : PRIORITIES.entity;
}

function isSpecial(kind: string): kind is Special {
  return ['find', 'flash', 'selection', 'found'].includes(kind);
}
