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
}

interface List {
  /** Lists that share a definition count on from each other. */
  readonly counts: (number | undefined)[];
  readonly levels: ReadonlyMap<number, Level>;
  /** Levels that begin anew with the first paragraph of this list, and where. */
  readonly restarts: Map<number, number>;
}

const DEEPEST = 9;

/** Formats of numbers (17.18.59) that are written in letters or numerals; the others are written in digits. */
const COUNTINGS: Readonly<Record<string, Counting>> = {
  lowerLetter: 'lower-alpha',
  upperLetter: 'upper-alpha',
  lowerRoman: 'lower-roman',
  upperRoman: 'upper-roman',
};

export function readNumbering(root: MarkupElement | undefined): Numbering {
  const definitions = new Map(
    elements(root, 'w:abstractNum').map((each) => [attribute(each, 'w:abstractNumId'), each] as const),
  );
  const styled = new Map([...definitions.values()].map((each) => [worth(each, 'w:styleLink'), each] as const));
  const named = new Map(elements(root, 'w:num').map((each) => [attribute(each, 'w:numId'), each] as const));
  const counts = new Map<MarkupElement, (number | undefined)[]>();
  const lists = new Map<string, List | undefined>();

  function listOf(id: string): List | undefined {
    if (lists.has(id)) return lists.get(id);
    const list = made(id);
    lists.set(id, list);
    return list;
  }

  function made(id: string): List | undefined {
    const num = named.get(id);
    const given = definitions.get(worth(num, 'w:abstractNumId'));
    const definition = styled.get(worth(given, 'w:numStyleLink') || '-') ?? given;
    if (num === undefined || definition === undefined) return undefined;
    const known = counts.get(definition) ?? [];
    counts.set(definition, known);
    const overrides = elements(num, 'w:lvlOverride');
    const own = overrides.flatMap((each) => elements(each, 'w:lvl'));
    return {
      counts: known,
      levels: new Map([...elements(definition, 'w:lvl'), ...own].map((each) => [levelOf(each), readLevel(each)])),
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
      // A bullet that is a space is how a paragraph without one is written.
      if (here.format === 'bullet') return here.text.trim() === '' ? '' : undefined;
      const { counts: numbers, levels, restarts } = list;
      const anew = restarts.get(level);
      restarts.delete(level);
      const before = numbers[level];
      numbers[level] = anew ?? (before === undefined ? here.start : before + 1);
      numbers.length = level + 1;
      if (here.format === 'none') return '';
      return here.text.replace(/%([1-9])/g, (_, place: string) => {
        const of = levels.get(Number(place) - 1) ?? here;
        return itemNumber(numbers[Number(place) - 1] ?? of.start, COUNTINGS[of.format] ?? 'decimal');
      });
    },
  };
}

function levelOf(element: MarkupElement): number {
  return Math.min(DEEPEST - 1, Math.max(0, Number(attribute(element, 'w:ilvl')) || 0));
}

function readLevel(element: MarkupElement): Level {
  return {
    start: Number(worth(element, 'w:start')) || 0,
    format: worth(element, 'w:numFmt') || 'decimal',
    text: worth(element, 'w:lvlText').slice(0, LONGEST),
  };
}

/** More around a number than anybody writes. */
const LONGEST = 40;
