import { bookParts } from '../tests/main/interchange/documents/book.ts';
import { letterDocxParts } from '../tests/main/interchange/documents/letter-docx.ts';
import { letterParts } from '../tests/main/interchange/documents/letter-odt.ts';
import { LETTER_RTF } from '../tests/main/interchange/documents/letter-rtf.ts';
import { column, pdf } from '../tests/main/interchange/documents/pdf.ts';
import { textParts, zip } from '../tests/main/interchange/documents/zip.ts';

export interface MixedDocument {
  /** A file's name, of which no two are alike. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

type Make = (lines: readonly string[]) => Uint8Array;

const LINES = 60;
const WORDS = 'the keeper wrote that ice came early and nobody trusted the lamp on the point any more'.split(' ');

const MAKERS: readonly (readonly [extension: string, make: Make])[] = [
  ['txt', (lines) => Buffer.from(lines.join('\n'))],
  ['md', (lines) => Buffer.from(`---\ntitle: ${lines[0]}\n---\n# The lamp\n\n${lines.join('\n\n')}\n`)],
  [
    'html',
    (lines) => Buffer.from(`<!doctype html><title>${lines[0]}</title><h1>The lamp</h1>${each('p', lines).join('')}`),
  ],
  ['docx', (lines) => packed(letterDocxParts(), '</w:body>', each('w:p', each('w:r', each('w:t', lines))))],
  ['odt', (lines) => packed(letterParts(), '</office:text>', each('text:p', lines))],
  ['rtf', (lines) => Buffer.from(`${LETTER_RTF.slice(0, -1)}\\pard ${lines.join('\\par ')}}`, 'latin1')],
  ['epub', (lines) => packed(bookParts(3), '</body>', each('p', lines))],
  ['pdf', (lines) => pdf([column(60, 740, lines.slice(0, 50)), column(60, 740, lines.slice(50))])],
  [
    'srt',
    (lines) => Buffer.from(lines.map((line, at) => `${at + 1}\n${cue(at)} --> ${cue(at + 1)}\n${line}\n`).join('\n')),
  ],
];

/** Documents of nine formats in turn, of three to four thousand characters, none like another. */
export function mixedDocuments(count: number): MixedDocument[] {
  return Array.from({ length: count }, (_, at) => {
    const [extension, make] = MAKERS[at % MAKERS.length] ?? ['txt', () => new Uint8Array()];
    const lines = Array.from({ length: LINES }, (_line, line) => `${at}.${line} ${sentence(at * LINES + line)}`);
    return { name: `document ${at}.${extension}`, bytes: make(lines) };
  });
}

function sentence(seed: number): string {
  return Array.from({ length: 10 }, (_, at) => WORDS[(seed * 7 + at * at) % WORDS.length]).join(' ');
}

function each(element: string, contents: readonly string[]): string[] {
  return contents.map((content) => `<${element}>${content}</${element}>`);
}

/** An archive of parts, with more put in before the first place where one of them ends so. */
function packed(parts: Record<string, string>, end: string, more: readonly string[]): Uint8Array {
  const [name = '', text = ''] = Object.entries(parts).find(([, part]) => part.includes(end)) ?? [];
  return zip(textParts({ ...parts, [name]: text.replace(end, () => more.join('') + end) }));
}

function cue(second: number): string {
  return `00:${String(Math.floor(second / 60)).padStart(2, '0')}:${String(second % 60).padStart(2, '0')},000`;
}
