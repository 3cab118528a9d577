import { type DateFault, type DateLanguage, datesInWords, readDates } from '../../main/contract/index.ts';
import { currentLocale, t } from './translate.ts';

/** Dates exact or fuzzy as people read them; words of the researcher's own stay as they are. */
export function formatDates(text: string): string {
  const language: DateLanguage = {
    locale: currentLocale(),
    phrase: (name, values) => t(`date.${name}`, values),
  };
  return datesInWords(text, language);
}

/** Why a text is no date, in a sentence; undefined where it is one, or words, or nothing. */
export function dateFault(text: string): string | undefined {
  const read = readDates(text);
  return 'fault' in read ? faultSentence(read.fault) : undefined;
}

/** How a text of dates is understood, for whoever is typing it. */
export function understoodDates(text: string): string {
  const read = readDates(text);
  if ('dates' in read) return t('date.understood', { date: formatDates(text) });
  return t(text.trim() === '' || 'fault' in read ? 'date.help' : 'date.words');
}

function faultSentence({ reason, part }: DateFault): string {
  return t(`date.fault.${reason}`, { part });
}
