import { COUNTING_BY_SIGN, type Counting, itemNumber } from '../../composer/index.ts';
import { attribute, elements, type MarkupElement } from '../../markup/index.ts';

/** How one level of a list style counts (ODF 1.3, part 3, 16.31 and 19.880). */
interface ListLevel {
  readonly start: number;
  /** Undefined for a level that shows no number. */
  readonly counting: Counting | undefined;
  readonly before: string;
  readonly after: string;
  /** Of how many levels the numbers are shown. */
  readonly shown: number;
  /** The whole of it, `§ %1%-%2%`, where the style says it so; it goes before the rest (ODF 1.4, `style:num-list-format`). */
  readonly pattern: string;
}

/** The levels of a list style that count, the outermost 1; one with a bullet is none. */
export type ListStyle = ReadonlyMap<number, ListLevel>;

/** By name. */
export type ListStyles = ReadonlyMap<string, ListStyle>;

const COUNTINGS: Readonly<Record<string, Counting>> = {
  ...COUNTING_BY_SIGN,
  'a repeated': 'lower-letters',
  'A repeated': 'upper-letters',
};

export function readListStyles(groups: readonly (MarkupElement | undefined)[]): ListStyles {
  const styles = groups.flatMap((group) => elements(group, 'text:list-style'));
  return new Map(
    styles.map((style) => [attribute(style, 'style:name'), levelsOf(style, 'text:list-level-style-number')]),
  );
}

/** How the headings of the document are counted; a level without a format is not. */
export function readOutlineStyle(groups: readonly (MarkupElement | undefined)[]): ListStyle {
  const [style] = groups.flatMap((group) => elements(group, 'text:outline-style'));
  return levelsOf(style, 'text:outline-level-style');
}

function levelsOf(style: MarkupElement | undefined, name: string): ListStyle {
  return new Map(elements(style, name).map((level) => [Number(attribute(level, 'text:level')), readLevel(level)]));
}

function readLevel(level: MarkupElement): ListLevel {
  const format = attribute(level, 'style:num-format');
  const repeats = attribute(level, 'style:num-letter-sync') === 'true' ? ' repeated' : '';
  return {
    start: numberOf(level, 'text:start-value') ?? 1,
    counting: format === '' ? undefined : (COUNTINGS[`${format}${repeats}`] ?? COUNTINGS[format] ?? 'decimal'),
    before: attribute(level, 'style:num-prefix').slice(0, LONGEST),
    after: attribute(level, 'style:num-suffix').slice(0, LONGEST),
    shown: numberOf(level, 'text:display-levels') || 1,
    pattern: (attribute(level, 'loext:num-list-format') || attribute(level, 'style:num-list-format')).slice(
      0,
      LONGEST * 2,
    ),
  };
}

/** A number from 0 an attribute gives; undefined where it gives none. */
export function numberOf(element: MarkupElement, name: string): number | undefined {
  const text = attribute(element, name);
  return /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}

/** More around a number than anybody writes. */
const LONGEST = 20;

/**
 * What a style shows before an item; nothing where that is a bullet.
 * @param numbers of the item and of those it is in, the outermost first
 */
export function itemNumberIn(style: ListStyle | undefined, numbers: readonly number[]): string | undefined {
  const level = style?.get(numbers.length);
  if (style === undefined || level === undefined) return undefined;
  const written = (at: number) => {
    const counting = style.get(at)?.counting;
    const number = numbers[at - 1];
    return counting === undefined || number === undefined ? '' : itemNumber(number, counting);
  };
  if (level.pattern !== '') {
    return level.pattern.replace(/%(\d{1,2})%/g, (_, at: string) => written(Number(at))).trim();
  }
  const shown = level.counting === undefined ? 0 : level.shown;
  const last = numbers.length;
  const all = Array.from({ length: Math.min(shown, last) }, (_, at) => written(last - Math.min(shown, last) + at + 1));
  return `${level.before}${all.filter((each) => each !== '').join('.')}${level.after}`.trim();
}
