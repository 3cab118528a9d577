import { type Coordinates, type Identifier, readDates, readIdentifier } from '../../../db/model/index.ts';
import { BadRow } from './bad-row.ts';

/** As the contract has it, in UTF-16 units. */
const LONGEST_NAME = 500;
const LONGEST_TEXT = 100_000;

/** @throws BadRow for one that is empty or too long */
export function nameOf(text: string): string {
  const name = text.trim();
  if (name === '') throw new BadRow('no-name', '');
  if (name.length > LONGEST_NAME) throw new BadRow('too-long', `${name.slice(0, 40)}…`);
  return name;
}

/** @throws BadRow for one that is too long */
export function textOf(text: string): string {
  if (text.length > LONGEST_TEXT) throw new BadRow('too-long', `${text.slice(0, 40)}…`);
  return text.trim();
}

/** @throws BadRow for what sets out to be dates and is none */
export function datesOf(text: string): string {
  const dates = text.trim();
  if (dates.length > LONGEST_NAME || 'fault' in readDates(dates)) throw new BadRow('dates', dates.slice(0, 80));
  return dates;
}

/** @throws BadRow for one its register has no such number of */
export function identifierOf(kind: string, text: string): Identifier {
  const read = kind === '' || kind.length > LONGEST_NAME ? null : readIdentifier(kind, text);
  if (read === null || read.value.length > LONGEST_NAME) {
    throw new BadRow('identifier', `${kind} ${text}`.trim().slice(0, 80));
  }
  return read;
}

/** @throws BadRow for a language that is no tag (BCP 47) */
export function languageOf(text: string): string {
  if (/^(?:[a-z]{2,8}(?:-[a-z\d]{1,8})*)?$/i.test(text) && text.length <= 35) return text;
  throw new BadRow('language', text.slice(0, 40));
}

/** @throws BadRow for a place that is not on the globe */
export function placeOf(latitude: number, longitude: number, written: string): Coordinates {
  if (Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180) return { latitude, longitude };
  throw new BadRow('coordinates', written.slice(0, 80));
}
