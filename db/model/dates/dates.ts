/**
 * Dates exact or fuzzy, as the Extended Date/Time Format spells them (ISO 8601-2:2019, https://www.loc.gov/standards/datetime/):
 * its levels 0 and 1 for days and coarser, years of four digits. What a clock says and level 2 are left out.
 */

/** One date. A year counts as astronomers do: 0 is the year before 1. */
export interface FuzzyDate {
  readonly year: number;
  /** Digits at the end of the year that are unknown: 193X has one, 19XX two. */
  readonly unknownDigits: 0 | 1 | 2;
  /** 1–12, or 21–24 for spring, summer, autumn and winter. */
  readonly month: number | 'unknown' | null;
  readonly day: number | 'unknown' | null;
  /** `?`: it may be another one altogether. */
  readonly isUncertain: boolean;
  /** `~`: it is about then. */
  readonly isApproximate: boolean;
}

/** Where a span begins or ends: a date, not at all (`..`), or nobody knows when. */
export type SpanEnd = FuzzyDate | 'open' | 'unknown';

/** One date, or a span of them. */
export type Dates =
  | { readonly kind: 'date'; readonly date: FuzzyDate }
  | { readonly kind: 'span'; readonly from: SpanEnd; readonly to: SpanEnd };

/** Why a text that sets out to be dates is none; `part` is the part of it that will not do. */
export interface DateFault {
  readonly reason: 'form' | 'month' | 'day' | 'unknown' | 'span' | 'order' | 'nothing';
  readonly part: string;
}

/** What a text of dates turns out to be: dates, a fault in them, or the researcher's own words. */
export type ReadDates = { readonly dates: Dates } | { readonly fault: DateFault } | { readonly words: string };

/** Nothing but what dates are spelled with; with other letters or spaces, a text is words (“shortly after the war”). */
const SET_OUT = /^[\dXx?~%./-]+$/;
const DATE = /^(-?)(\d{4}|\d{3}X|\d{2}XX)(?:-(\d\d|XX)(?:-(\d\d|XX))?)?([?~%]?)$/;
const LAST_SEASON = 24;
const FIRST_SEASON = 21;

/** Reads dates; small x counts as X. */
export function readDates(text: string): ReadDates {
  const written = text.trim();
  if (written === '' || !SET_OUT.test(written)) return { words: written };
  try {
    return { dates: datesOf(written.toUpperCase()) };
  } catch (fault) {
    if (fault instanceof Fault) return { fault: fault.what };
    throw fault;
  }
}

class Fault extends Error {
  readonly what: DateFault;
  constructor(reason: DateFault['reason'], part: string) {
    super(reason);
    this.what = { reason, part };
  }
}

function datesOf(text: string): Dates {
  const parts = text.split('/');
  const [first = '', second] = parts;
  if (parts.length > 2) throw new Fault('span', text);
  if (second === undefined) return { kind: 'date', date: dateOf(first) };
  const [from, to] = [endOf(first), endOf(second)];
  if (typeof from === 'string' && typeof to === 'string') throw new Fault('nothing', text);
  if (typeof from !== 'string' && typeof to !== 'string' && earliest(from) > latest(to)) throw new Fault('order', text);
  return { kind: 'span', from, to };
}

function endOf(text: string): SpanEnd {
  if (text === '') return 'unknown';
  return text === '..' ? 'open' : dateOf(text);
}

function dateOf(text: string): FuzzyDate {
  const [whole, sign, year = '', month, day, qualifier = ''] = DATE.exec(text) ?? [];
  if (whole === undefined) throw new Fault(faultOfForm(text), text);
  const unknownDigits = year.endsWith('XX') ? 2 : year.endsWith('X') ? 1 : 0;
  if (unknownDigits > 0 && month !== undefined) throw new Fault('unknown', text);
  const date: FuzzyDate = {
    // A year of unknown digits counts from its first: that of 193X is 1930. Minus zero is zero.
    year: Number(`${sign}${year.replaceAll('X', '0')}`) || 0,
    unknownDigits,
    month: numberOf(month),
    day: numberOf(day),
    isUncertain: qualifier === '?' || qualifier === '%',
    isApproximate: qualifier === '~' || qualifier === '%',
  };
  if (typeof date.month === 'number') {
    const isSeason = date.month >= FIRST_SEASON && date.month <= LAST_SEASON;
    if ((date.month < 1 || date.month > 12) && !isSeason) throw new Fault('month', month ?? '');
    if (isSeason && date.day !== null) throw new Fault('form', text);
  }
  if (date.month === 'unknown' && typeof date.day === 'number') throw new Fault('unknown', text);
  if (typeof date.day === 'number' && (date.day < 1 || date.day > daysIn(date.year, date.month))) {
    throw new Fault('day', text);
  }
  return date;
}

/** A span written with a hyphen is the commonest slip; unknown digits in the middle another. */
function faultOfForm(text: string): DateFault['reason'] {
  if (/^\d{4}-\d{4}$/.test(text)) return 'span';
  return /X/.test(text) && /^-?[\dX]{4}(?:-[\dX]{2}){0,2}[?~%]?$/.test(text) ? 'unknown' : 'form';
}

function numberOf(part: string | undefined): number | 'unknown' | null {
  if (part === undefined) return null;
  return part === 'XX' ? 'unknown' : Number(part);
}

/** Days of a month of the proleptic Gregorian calendar. */
function daysIn(year: number, month: number | 'unknown' | null): number {
  if (typeof month !== 'number') return 31;
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31;
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}

/** A season as months, by the northern year: spring begins in March, winter ends in the February after. */
const SEASON_BEGINS: Readonly<Record<number, number>> = { 21: 3, 22: 6, 23: 9, 24: 12 };

/** The first day a date can mean, as a number that grows with time: year, month and day behind one another. */
export function earliest({ year, unknownDigits, month, day }: FuzzyDate): number {
  if (unknownDigits > 0 && year < 0) return dayNumber(year - (10 ** unknownDigits - 1), 1, 1);
  if (typeof month !== 'number') return dayNumber(year, 1, 1);
  return dayNumber(year, SEASON_BEGINS[month] ?? month, typeof day === 'number' ? day : 1);
}

/** The last day a date can mean, as `earliest` counts. */
export function latest({ year, unknownDigits, month, day }: FuzzyDate): number {
  const last = unknownDigits > 0 && year >= 0 ? year + (10 ** unknownDigits - 1) : year;
  if (typeof month !== 'number') return dayNumber(last, 12, 31);
  const begins = SEASON_BEGINS[month];
  if (begins !== undefined) return dayNumber(begins === 12 ? year + 1 : year, ((begins + 1) % 12) + 1, 31);
  return dayNumber(year, month, typeof day === 'number' ? day : daysIn(year, month));
}

function dayNumber(year: number, month: number, day: number): number {
  return year * 10_000 + month * 100 + day;
}

/**
 * A number by which texts of dates are put in order, the earliest first: the first day they can mean. Of words the
 * first number of three or four digits counts as a year; what has none comes last, as Infinity.
 */
export function datesOrder(text: string): number {
  const read = readDates(text);
  if ('dates' in read) {
    const { dates } = read;
    if (dates.kind === 'date') return earliest(dates.date);
    if (typeof dates.from !== 'string') return earliest(dates.from);
    return typeof dates.to === 'string' ? Number.POSITIVE_INFINITY : earliest(dates.to);
  }
  const year = /\d{3,4}/.exec(text)?.[0];
  return year === undefined ? Number.POSITIVE_INFINITY : dayNumber(Number(year), 1, 1);
}
