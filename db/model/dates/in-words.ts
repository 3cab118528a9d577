import { type FuzzyDate, readDates, type SpanEnd } from './dates.ts';

/** The phrases dates are put together from; `{date}`, `{from}`, `{to}` and `{year}` stand in them. */
export const DATE_PHRASES = [
  'about',
  'perhaps',
  'perhapsAbout',
  'decade',
  'century',
  'someDay',
  'someMonth',
  'spring',
  'summer',
  'autumn',
  'winter',
  'span',
  'since',
  'until',
  'fromUnknown',
  'toUnknown',
] as const;

export type DatePhrase = (typeof DATE_PHRASES)[number];

/** How a language puts things; `phrase` answers one of the phrases with its values put in. */
export interface DateLanguage {
  /** BCP 47. */
  readonly locale: string;
  phrase(name: DatePhrase, values: Readonly<Record<string, string>>): string;
}

const SEASONS: Readonly<Record<number, DatePhrase>> = { 21: 'spring', 22: 'summer', 23: 'autumn', 24: 'winter' };

/** Dates as people read them: `1878~` as “about 1878”. What is no such date stays as it was written. */
export function datesInWords(text: string, language: DateLanguage): string {
  const read = readDates(text);
  if (!('dates' in read)) return text;
  const { dates } = read;
  if (dates.kind === 'date') return dateInWords(dates.date, language);
  const { phrase } = language;
  const words = (end: SpanEnd) => (typeof end === 'string' ? '' : dateInWords(end, language));
  const [from, to] = [words(dates.from), words(dates.to)];
  if (dates.from === 'open') return phrase('until', { date: to });
  if (dates.to === 'open') return phrase('since', { date: from });
  if (dates.from === 'unknown') return phrase('fromUnknown', { date: to });
  if (dates.to === 'unknown') return phrase('toUnknown', { date: from });
  return phrase('span', { from, to });
}

function dateInWords(date: FuzzyDate, language: DateLanguage): string {
  const plain = certainly(date, language);
  if (date.isUncertain && date.isApproximate) return language.phrase('perhapsAbout', { date: plain });
  if (date.isUncertain) return language.phrase('perhaps', { date: plain });
  return date.isApproximate ? language.phrase('about', { date: plain }) : plain;
}

function certainly(date: FuzzyDate, { locale, phrase }: DateLanguage): string {
  const { year, month, day, unknownDigits } = date;
  const spelled = (parts: Intl.DateTimeFormatOptions) => {
    const moment = new Date(0);
    moment.setUTCFullYear(
      year,
      typeof month === 'number' && month <= 12 ? month - 1 : 0,
      typeof day === 'number' ? day : 1,
    );
    const era = year < 1 ? { era: 'short' as const } : {};
    return new Intl.DateTimeFormat(locale, { ...parts, ...era, timeZone: 'UTC' }).format(moment);
  };
  const yearWords = spelled({ year: 'numeric' });
  if (unknownDigits > 0) return phrase(unknownDigits === 1 ? 'decade' : 'century', { year: yearWords });
  if (month === null) return yearWords;
  if (month === 'unknown') return phrase(day === null ? 'someMonth' : 'someDay', { date: yearWords });
  const season = SEASONS[month];
  if (season) return phrase(season, { year: yearWords });
  const monthWords = spelled({ year: 'numeric', month: 'long' });
  if (day === null) return monthWords;
  if (day === 'unknown') return phrase('someDay', { date: monthWords });
  return spelled({ year: 'numeric', month: 'long', day: 'numeric' });
}
