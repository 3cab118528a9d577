import { afterEach, expect, test } from 'vitest';
import { setLanguage } from '../../../renderer/i18n/index.ts';
import { failureSentence } from '../../../renderer/messages/index.ts';

afterEach(() => setLanguage('en'));

const sentence = (format?: string) =>
  failureSentence({ code: 'unsupported-format', message: '', ...(format !== undefined && { details: { format } }) });

test('of a file that cannot be read it is said what it is and what to do, where that is known', () => {
  expect(sentence('office')).toBe(
    'This is a file of an older Microsoft Office. If it is a text, save it as DOCX and import that.',
  );
  expect(sentence('image')).toBe('This is a picture. Lectern imports texts.');
  expect(sentence('program')).toBe('Lectern cannot read this kind of file.');
  expect(sentence()).toBe('Lectern cannot read this kind of file.');
  setLanguage('nb');
  expect(sentence('recording')).toBe(
    'Dette er et opptak. Lectern importerer tekster, for eksempel en utskrift av det.',
  );
});

test('of a file without text it is said what is in it instead', () => {
  const empty = (instead?: string) =>
    failureSentence({ code: 'empty-file', message: '', ...(instead !== undefined && { details: { instead } }) });
  expect(empty()).toBe('The file has no text in it.');
  expect(empty('pictures')).toBe('The file has no text in it, only pictures.');
  setLanguage('nb');
  expect(empty('hidden')).toBe('Filen inneholder ingen tekst: all teksten er skjult.');
  expect(empty('both')).toBe('Filen inneholder ingen tekst, bare bilder og skjult tekst.');
});
