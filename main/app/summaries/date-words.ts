import { type DatePhrase, datesInWords } from '../../../db/model/index.ts';

type Phrases = Readonly<Record<DatePhrase, string>>;

const ENGLISH: Phrases = {
  about: 'about {date}',
  perhaps: 'perhaps {date}',
  perhapsAbout: 'perhaps about {date}',
  decade: 'the {year}s',
  century: 'the {year}s',
  someDay: 'some day in {date}',
  someMonth: 'some month of {date}',
  spring: 'spring {year}',
  summer: 'summer {year}',
  autumn: 'autumn {year}',
  winter: 'winter {year}',
  span: '{from} to {to}',
  since: 'from {date} on',
  until: 'until {date}',
  fromUnknown: 'unknown to {date}',
  toUnknown: '{date} to unknown',
};

const BOKMAAL: Phrases = {
  about: 'omkring {date}',
  perhaps: 'kanskje {date}',
  perhapsAbout: 'kanskje omkring {date}',
  decade: '{year}-årene',
  century: '{year}-tallet',
  someDay: 'en dag i {date}',
  someMonth: 'en måned i {date}',
  spring: 'våren {year}',
  summer: 'sommeren {year}',
  autumn: 'høsten {year}',
  winter: 'vinteren {year}',
  span: '{from} til {to}',
  since: 'fra {date}',
  until: 'til {date}',
  fromUnknown: 'ukjent til {date}',
  toUnknown: '{date} til ukjent',
};

/** Dates exact or fuzzy in the words of a summary's language; the researcher's own words stay. */
export function dateWords(language: 'en' | 'nb'): (dates: string) => string {
  const [locale, phrases] = language === 'nb' ? ['nb-NO', BOKMAAL] : ['en-GB', ENGLISH];
  return (dates) =>
    datesInWords(dates, {
      locale,
      phrase: (name, values) => phrases[name].replace(/\{(\w+)\}/g, (_, value) => values[value] ?? ''),
    });
}
