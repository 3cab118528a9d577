import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { Socket } from 'node:net';
import { extname, join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { codePointLength, LecternError } from '../../db/model/index.ts';
import { readSource } from '../../main/interchange/index.ts';
import { book } from '../main/interchange/documents/book.ts';
import { letterDocx } from '../main/interchange/documents/letter-docx.ts';
import { letterFlat, letterOdt } from '../main/interchange/documents/letter-odt.ts';
import { LETTER_RTF } from '../main/interchange/documents/letter-rtf.ts';
import { pdf } from '../main/interchange/documents/pdf.ts';
import { type Chance, chance, patience, say, times } from '../support/stress.ts';

const MUTATIONS = times(400, 10_000);
/** Larger samples take longer to read than they teach. */
const LARGEST = 100_000;

const SAMPLES = join(import.meta.dirname, '../../../shared/samples');
const samples = ['docx', 'odt', 'rtf', 'epub', 'pdf', 'html', 'longtext']
  .flatMap((folder) =>
    existsSync(join(SAMPLES, folder))
      ? readdirSync(join(SAMPLES, folder), { recursive: true, encoding: 'utf8' }).map((name) =>
          join(SAMPLES, folder, name),
        )
      : [],
  )
  .filter((path) => extname(path) !== '')
  .map((path): readonly [string, Uint8Array] => [path, readFileSync(path)])
  .filter(([, { length }]) => length <= LARGEST);

const own: readonly (readonly [string, Uint8Array])[] = [
  ['book.epub', book(3)],
  ['letter.docx', letterDocx()],
  ['letter.odt', letterOdt()],
  ['letter.fodt', letterFlat()],
  ['letter.rtf', Buffer.from(LETTER_RTF, 'latin1')],
  ['page.pdf', pdf([[{ text: 'Said the keeper', x: 60, y: 700 }]])],
];

/** Some bytes turned, cut out, doubled or put in: what discs, mail and other people do to files. */
function mutated(bytes: Uint8Array, { below, oneOf }: Chance): Uint8Array {
  let changed = Uint8Array.from(bytes);
  for (let edits = 1 + below(4); edits > 0; edits--) {
    const at = below(changed.length + 1);
    const length = below(oneOf([2, 20, 2000]));
    const put = oneOf([
      () => Uint8Array.from({ length }, () => below(256)),
      () => new Uint8Array(0),
      () => changed.subarray(at, at + length * 2),
      () => new Uint8Array(length).fill(oneOf([0, 0x20, 0x3c, 0x7b, 0xff])),
    ])();
    changed = Uint8Array.from([...changed.subarray(0, at), ...put, ...changed.subarray(at + length)]);
  }
  return changed;
}

test(
  'a document that something happened to is read or refused with a sentence, and asks nobody on any network',
  async () => {
    const calls = [vi.spyOn(Socket.prototype, 'connect'), vi.spyOn(globalThis, 'fetch')];
    // What pdf.js leaves unheard is heard by its reader; the runner's own ear would call that a failure of the test.
    const ears = process.rawListeners('unhandledRejection') as NodeJS.UnhandledRejectionListener[];
    process.removeAllListeners('unhandledRejection');
    onTestFinished(() => {
      for (const ear of ears) process.on('unhandledRejection', ear);
      vi.restoreAllMocks();
    });
    const luck = chance(7);
    let refused = 0;
    for (let at = 0; at < MUTATIONS; at++) {
      const [name, bytes] = luck.oneOf([...own, ...samples]);
      try {
        const { blocks, highlights = [] } = await readSource(mutated(bytes, luck), name);
        let length = 0;
        for (const { text, marks = [] } of blocks) {
          const size = codePointLength(text);
          length += size + 1;
          for (const { start, end } of marks) expect(start >= 0 && start < end && end <= size, name).toBe(true);
        }
        for (const { start, end } of highlights) expect(start >= 0 && start < end && end < length, name).toBe(true);
      } catch (error) {
        if (!(error instanceof LecternError)) throw new Error(`mutation ${at} of ${name}`, { cause: error });
        expect(error.message).toMatch(/^“.+” .+\.$/s);
        refused++;
      }
    }
    for (const call of calls) expect(call).not.toHaveBeenCalled();
    say(`${MUTATIONS} mutated documents: ${MUTATIONS - refused} read, ${refused} refused`);
  },
  patience,
);
