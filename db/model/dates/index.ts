export { type DateFault, type Dates, datesOrder, type FuzzyDate, type ReadDates, readDates } from './dates.ts';
export { DATE_PHRASES, type DateLanguage, type DatePhrase, datesInWords } from './in-words.ts';
