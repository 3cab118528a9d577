import { type Counting, itemNumber } from '../../composer/index.ts';
import { attribute, child, elements, type MarkupElement } from '../../markup/index.ts';
import { worth } from './styles.ts';

/** Counts the paragraphs of a document's lists (ECMA-376 part 1, 17.9), which hold no numbers themselves. */
export interface Numbering {
  /**
   * What Word shows before the next paragraph of a list; nothing where that is a bullet.
   * @param id of the list, as a paragraph names it
   * @param level from 0
   */
  next(id: string, level: number): string | undefined;
}

interface Level {
  readonly start: number;
  readonly format: string;
  /** `%1.%2)`: the numbers of the levels, counted from 1, and what stands around them. */
  readonly text: string;
  /** Whether numbers of all levels are shown as digits (17.9.4). */
  readonly isLegal: boolean;
  /** The level, counted from 1, after which this one begins anew; 0 for never, undefined for any above it (17.9.10). */
  readonly restart: number | undefined;
}

interface Definition {
  readonly levels: ReadonlyMap<number, Level>;
  /** Lists that share a definition count on from each other. */
  readonly counts: (number | undefined)[];
}

interface List extends Definition {
  /** Levels that begin anew with the first paragraph of this list, and where. */
  readonly restarts: Map<number, number>;
}

const DEEPEST = 9;

/** Formats of numbers (17.18.59) that are written in letters or numerals; the others are written in digits. */
const COUNTINGS: Readonly<Record<string, Counting>> = {
  lowerLetter: 'lower-letters',
  upperLetter: 'upper-letters',
  lowerRoman: 'lower-roman',
  upperRoman: 'upper-roman',
};

export function readNumbering(root: MarkupElement | undefined): Numbering {
  const given = new Map(
    elements(root, 'w:abstractNum').map((each) => [attribute(each, 'w:abstractNumId'), each] as const),
  );
  const styled = new Map([...given.values()].map((each) => [worth(each, 'w:styleLink'), each] as const));
  const named = new Map(elements(root, 'w:num').map((each) => [attribute(each, 'w:numId'), each] as const));
  const definitions = new Map<MarkupElement, Definition>();
  const lists = new Map<string, List | undefined>();

  function definitionOf(element: MarkupElement): Definition {
    const known = definitions.get(element) ?? { levels: levelsIn([element]), counts: [] };
    definitions.set(element, known);
    return known;
  }

  function listOf(id: string): List | undefined {
    if (!lists.has(id)) lists.set(id, made(id));
    return lists.get(id);
  }

  function made(id: string): List | undefined {
    const num = named.get(id);
    const own = given.get(worth(num, 'w:abstractNumId'));
    const element = styled.get(worth(own, 'w:numStyleLink') || '-') ?? own;
    if (num === undefined || element === undefined) return undefined;
    const { levels, counts } = definitionOf(element);
    const overrides = elements(num, 'w:lvlOverride').slice(0, DEEPEST);
    const others = levelsIn(overrides);
    return {
      counts,
      levels: others.size === 0 ? levels : new Map([...levels, ...others]),
      restarts: new Map(
        overrides
          .filter((each) => child(each, 'w:startOverride') !== undefined)
          .map((each) => [levelOf(each), Number(worth(each, 'w:startOverride')) || 0]),
      ),
    };
  }

  return {
    next(id, level) {
      const list = listOf(id);
      const here = list?.levels.get(level);
      if (list === undefined || here === undefined) return undefined;
      count(list, level, here);
      // A bullet that is a space is how a paragraph without one is written.
      if (here.format === 'bullet') return here.text.trim() === '' ? '' : undefined;
      return here.text.replace(/%([1-9])/g, (_, place: string) => numberAt(list, Number(place) - 1, here)).trim();
    },
  };
}

/** Counts a level on, or begins it anew, and forgets the numbers of those below it. */
function count({ counts, levels, restarts }: List, level: number, { start }: Level): void {
  // A level that was passed over counts as used.
  for (let above = 0; above < level; above++) counts[above] ??= levels.get(above)?.start ?? 1;
  const anew = restarts.get(level);
  restarts.delete(level);
  const before = counts[level];
  counts[level] = anew ?? (before === undefined ? start : before + 1);
  for (let below = level + 1; below < DEEPEST; below++) {
    const { restart } = levels.get(below) ?? {};
    if (restart === undefined || level < restart) counts[below] = undefined;
  }
}

function numberAt({ counts, levels }: List, level: number, { isLegal }: Level): string {
  const of = levels.get(level);
  if (of === undefined || of.format === 'none') return '';
  const number = counts[level] ?? of.start;
  const counting = isLegal ? undefined : COUNTINGS[of.format];
  const written = itemNumber(number, counting ?? 'decimal');
  return of.format === 'decimalZero' && !isLegal ? written.padStart(2, '0') : written;
}

/** The levels of definitions, or of what a list puts in their place. */
function levelsIn(parents: readonly MarkupElement[]): ReadonlyMap<number, Level> {
  const all = parents.flatMap((each) => elements(each, 'w:lvl').slice(0, DEEPEST));
  return new Map(all.map((each) => [levelOf(each), readLevel(each)]));
}

function levelOf(element: MarkupElement): number {
  return Math.min(DEEPEST - 1, Math.max(0, Number(attribute(element, 'w:ilvl')) || 0));
}

function readLevel(element: MarkupElement): Level {
  const restart = worth(element, 'w:lvlRestart');
  const legal = child(element, 'w:isLgl');
  return {
    start: Number(worth(element, 'w:start')) || 0,
    format: worth(element, 'w:numFmt') || 'decimal',
    text: worth(element, 'w:lvlText').slice(0, LONGEST),
    isLegal: legal !== undefined && !/^(?:0|false|off)$/.test(attribute(legal, 'w:val')),
    restart: restart === '' ? undefined : Number(restart) || 0,
  };
}

/** More around a number than anybody writes. */
const LONGEST = 40;
