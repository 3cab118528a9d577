import type { HitKind, OutlineStatus } from '../../../db/model/index.ts';
import { dateWords } from './date-words.ts';

/** The words a summary needs beside those every format adds (`wordsFor` of the interchange). */
export interface Labels {
  readonly highlights: string;
  readonly passages: string;
  readonly relations: string;
  readonly type: string;
  readonly names: string;
  readonly dates: string;
  readonly identifiers: string;
  readonly untitled: string;
  /** Title of what a search found. */
  searchFor(query: string): string;
  /** Headings of what a search found, by kind. */
  readonly found: Readonly<Record<HitKind, string>>;
  readonly statuses: Readonly<Record<OutlineStatus, string>>;
  /** How many words there are of a target. */
  wordsOf(words: number, target: number): string;
  /** Names of the types every notebook begins with. */
  readonly types: Readonly<Record<string, string>>;
  /** Dates as people read them. */
  inWords(dates: string): string;
}

const ENGLISH: Labels = {
  highlights: 'Highlights',
  passages: 'Passages',
  relations: 'Relations',
  type: 'Type',
  names: 'Other names',
  dates: 'Dates',
  identifiers: 'Identifiers',
  untitled: 'Untitled',
  searchFor: (query) => `Search: ${query}`,
  found: {
    source: 'Sources',
    block: 'In the texts',
    highlight: 'Highlights',
    note: 'Notes',
    entity: 'Entities',
    tag: 'Tags',
    outline: 'Outlines',
    collection: 'Collections',
  },
  statuses: { 'to-do': 'To do', draft: 'Draft', done: 'Done' },
  wordsOf: (words, target) => `${words.toLocaleString('en')} of ${target.toLocaleString('en')} words`,
  types: {
    person: 'Person',
    place: 'Place',
    organisation: 'Organisation',
    event: 'Event',
    work: 'Work',
    concept: 'Concept',
  },
  inWords: dateWords('en'),
};

const BOKMAAL: Labels = {
  highlights: 'Markeringer',
  passages: 'Tekststeder',
  relations: 'Forbindelser',
  type: 'Type',
  names: 'Andre navn',
  dates: 'Datoer',
  identifiers: 'Identifikatorer',
  untitled: 'Uten tittel',
  searchFor: (query) => `Søk: ${query}`,
  found: {
    source: 'Kilder',
    block: 'I tekstene',
    highlight: 'Markeringer',
    note: 'Notater',
    entity: 'Entiteter',
    tag: 'Merkelapper',
    outline: 'Disposisjoner',
    collection: 'Samlinger',
  },
  statuses: { 'to-do': 'Å gjøre', draft: 'Utkast', done: 'Ferdig' },
  wordsOf: (words, target) => `${words.toLocaleString('nb')} av ${target.toLocaleString('nb')} ord`,
  types: {
    person: 'Person',
    place: 'Sted',
    organisation: 'Organisasjon',
    event: 'Hendelse',
    work: 'Verk',
    concept: 'Begrep',
  },
  inWords: dateWords('nb'),
};

export type SummaryLanguage = 'en' | 'nb';

export function labelsFor(language: SummaryLanguage): Labels {
  return language === 'nb' ? BOKMAAL : ENGLISH;
}
