import { COLOURS } from '../../main/contract/index.ts';
import type { Stretch } from './layers.ts';
import { OWN_SIZE, placeIn, type RowView } from './row-element.ts';

/**
 * Paints with the CSS Custom Highlight API: no element is made for a highlight, so positions stay simple, and the cost is that of the mounted rows. One `Highlight` object per colour and band, never per highlight:
 * many names cost (measured: 1,000 names take five times as long to paint as eight).
 *
 * The API takes no gradients. Two colours share a line because an underline is painted above the background and below
 * the letters: a thick one, shifted up, is a band.
 */

/** From the foot to the top of a painted background, and how far its foot is below the baseline, in em. */
const LINE = { height: 1.17, foot: 0.24 };

/** Shares of a line a band can cover when up to five colours share it. */
const THICKNESSES = [4 / 5, 3 / 4, 2 / 3, 3 / 5, 1 / 2, 2 / 5, 1 / 3, 1 / 4, 1 / 5];

/** Names in the order in which they are painted, the last on top. */
const PRIORITIES = {
  faint: -1,
  background: 0,
  band: 1,
  again: 100,
  entity: 101,
  focus: 102,
  find: 103,
  flash: 104,
  selection: 105,
  found: 106,
};

/** `find` is every match of what is looked for, `found` the one the reader is at. */
export type Special = 'again' | 'focus' | 'find' | 'flash' | 'selection' | 'found';

/** A name under which ranges are registered. */
export type PaintName = string;

export function bandName(colour: string, thickness: number): PaintName {
  return `lectern-${colour}-${Math.round(thickness * 100)}`;
}

export function specialName(special: Special): PaintName {
  return `lectern-${special}`;
}

/** What does not pass the filter, where the rest is dimmed. */
export function faintName(colour: string): PaintName {
  return `lectern-faint-${colour}`;
}

/** @param type name of an entity type, which may hold any character */
export function entityName(type: string): PaintName {
  return `lectern-entity-${Array.from(type, (letter) => letter.codePointAt(0)?.toString(36)).join('-')}`;
}

/** Names under which a stretch is painted. */
export function namesOf({ bands, again }: Stretch): readonly PaintName[] {
  const names = bands.map(({ colour, thickness }) => bandName(colour, thickness));
  return again ? [...names, specialName('again')] : names;
}

/** A range of a row's text to paint, in UTF-16 units. */
export interface Paint {
  readonly name: PaintName;
  readonly from: number;
  readonly to: number;
}

export interface Painter {
  /** Replaces what is painted on a row under names of this group. */
  paint(row: RowView, group: 'marks' | 'selection' | 'flash' | 'find', paints: readonly Paint[]): void;
  /** Takes everything off a row that leaves the document. */
  clear(row: RowView): void;
  /** Gives the underline of each entity type its colour, a CSS value. */
  colourEntities(types: readonly { readonly name: string; readonly colour: string }[]): void;
  close(): void;
}

interface Sheets {
  /** Rules for the colours, each from when it is first painted. */
  readonly bands: CSSStyleSheet;
  readonly painted: Set<PaintName>;
  /** Rules for the underlines of entity types, and their text, to know whether other ones are wanted. */
  readonly entities: CSSStyleSheet;
  entityRules: string;
}

let adopted: Sheets | null = null;

/**
 * The style sheets, adopted once and never taken away: a document whose style sheets are others is styled anew as a whole, and a text
 * that opens would have to wait for it. For the same reason rules are for what holds the rows, and only for names that are painted:
 * every name whose rule is for an element costs as much as styling one more element, and rows inherit them for nothing.
 */
function adoptedSheets(): Sheets {
  if (adopted) return adopted;
  adopted = { bands: new CSSStyleSheet(), painted: new Set(), entities: new CSSStyleSheet(), entityRules: '' };
  document.adoptedStyleSheets.push(adopted.bands, adopted.entities);
  return adopted;
}

/** What is painted on a row under names of one group, by name and place. */
type Ranges = Map<string, readonly [Highlight, StaticRange]>;

export function createPainter(): Painter {
  const registry = new Map<PaintName, Highlight>();
  const painted = new Map<RowView, Map<string, Ranges>>();
  const sheets = adoptedSheets();

  const highlightNamed = (name: PaintName) => {
    const known = registry.get(name);
    if (known) return known;
    const made = new Highlight();
    made.priority = priorityOf(name);
    const rule = RULES.get(name);
    if (rule !== undefined && !sheets.painted.has(name)) sheets.bands.insertRule(rule);
    sheets.painted.add(name);
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
      if (sheets.entityRules === wanted) return;
      sheets.entityRules = wanted;
      sheets.entities.replaceSync(wanted);
    },
    close() {
      for (const name of registry.keys()) CSS.highlights.delete(name);
    },
  };
}

/** Rows whose letters have a size of their own, and with them the bands. By a class alone: every row is compared with anything else. */
const OTHER_SIZES = `.${OWN_SIZE}`;

/** What each colour looks like, by name. */
const RULES: ReadonlyMap<PaintName, string> = new Map(
  COLOURS.flatMap((colour) => [
    ruleFor(faintName(colour), `background-color: color-mix(in srgb, var(--${colour}) 25%, transparent)`),
    ruleFor(bandName(colour, 1), `background-color: var(--${colour})`),
    ...THICKNESSES.map((share) =>
      bandRuleFor(
        bandName(colour, share),
        `text-decoration: underline ${(LINE.height * share).toFixed(3)}em var(--${colour}); text-underline-offset: ${(LINE.foot - LINE.height * share).toFixed(3)}em; text-decoration-skip-ink: none`,
      ),
    ),
  ]),
);

function ruleFor(name: PaintName, declarations: string): readonly [PaintName, string] {
  return [name, `.reader-canvas::highlight(${name}), ${OTHER_SIZES}::highlight(${name}) { ${declarations}; }`];
}

/** With forced colours lines take the colour of the letters, and a band would cover them: a thin line says that another highlight is there. */
function bandRuleFor(name: PaintName, declarations: string): readonly [PaintName, string] {
  const [, rule] = ruleFor(name, declarations);
  const [, thin] = ruleFor(name, 'text-decoration: underline 2px; text-underline-offset: 0.17em');
  return [name, `@media all { ${rule} @media (forced-colors: active) { ${thin} } }`];
}

function priorityOf(name: PaintName): number {
  const [, kind = '', rest] = name.split('-');
  if (kind === 'entity') return PRIORITIES.entity;
  if (isSpecial(kind)) return PRIORITIES[kind];
  if (kind === 'faint') return PRIORITIES.faint;
  // A thinner band lies above a thicker one.
  return rest === '100' ? PRIORITIES.background : PRIORITIES.band + 100 - Number(rest);
}

function isSpecial(kind: string): kind is Special {
  return ['again', 'focus', 'find', 'flash', 'selection', 'found'].includes(kind);
}
