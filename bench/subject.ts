import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { imitatedLines } from './imitation.ts';

/** The real text a bench reads where it is at hand: a long Norwegian article with names in Cyrillic and Georgian. */
const REAL = resolve(import.meta.dirname, '../../shared/texts/stalin-nb.txt');

/** What is measured on. */
export interface Subject {
  readonly name: string;
  /** One block a line. */
  readonly text: string;
}

const LINES = 105;

/** The real text, or, where it is absent, one of the same size and kind made by `imitatedLines`. */
export function readSubject(): Subject {
  if (existsSync(REAL)) return { name: 'the real text stalin-nb.txt', text: readFileSync(REAL, 'utf8') };
  const lines = imitatedLines();
  const text = Array.from({ length: LINES }, () => lines.next().value).join('\n');
  return { name: 'a generated text of the size and kind of stalin-nb.txt, which is absent here', text };
}
