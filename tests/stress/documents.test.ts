import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { Socket } from 'node:net';
import { extname, join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { codePointLength, LecternError } from '../../db/model/index.ts';
import { readSource, unpackArchive } from '../../main/interchange/index.ts';
import { book } from '../main/interchange/documents/book.ts';
import { letterDocx } from '../main/interchange/documents/letter-docx.ts';
import { letterFlat, letterOdt } from '../main/interchange/documents/letter-odt.ts';
import { LETTER_RTF } from '../main/interchange/documents/letter-rtf.ts';
import { pdf } from '../main/interchange/documents/pdf.ts';
import { textParts, zip } from '../main/interchange/documents/zip.ts';
import { type Chance, chance, patience, say, times } from '../support/stress.ts';

const MUTATIONS = times(400, 10_000);
/** Larger samples take longer to read than they teach. */
const LARGEST = 100_000;

const MOST_MEMORY = 3584 * 2 ** 20;

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

const PASSWORD = 'sesam';
const LABELS = '0 << /S /r /St 4 >>';
const ANNOTATIONS = [
  '<< /Type /Annot /Subtype /Highlight /Rect [60 690 90 710] /QuadPoints [60 709 90 709 60 698 90 698] /C [0 1 0] /T (Ola) /Contents (So) >>',
  '<< /Type /Annot /Subtype /Text /Rect [10 690 20 710] /Contents (Where?) >>',
];
const PAGE = `<!DOCTYPE html><html lang=nb><title>Lamp</title><nav>Menu</nav><article><h1>Lamp</h1>${'<p>Said the <em>keeper</em> and wrote it into the book, as he did each night.</p>'.repeat(6)}<table><tr><td>a<td>b</table></article></html>`;

const own: readonly (readonly [string, Uint8Array])[] = [
  ['book.epub', book(3)],
  ['letter.docx', letterDocx()],
  ['letter.odt', letterOdt()],
  ['letter.fodt', letterFlat()],
  ['letter.rtf', Buffer.from(LETTER_RTF, 'latin1')],
  ['page.pdf', pdf([[{ text: 'Said the keeper', x: 60, y: 700 }]])],
  ['marked.pdf', pdf([[{ text: 'Said the keeper', x: 60, y: 700 }]], { annotations: ANNOTATIONS, labels: LABELS })],
  ['locked.pdf', pdf([[{ text: 'Said the keeper', x: 60, y: 700 }]], { password: PASSWORD })],
  ['page.html', Buffer.from(PAGE)],
  [
    'page.mhtml',
    Buffer.from(
      `MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b\r\nContent-Type: text/html\r\n\r\n${PAGE}\r\n--b--`,
    ),
  ],
  ['film.vtt', Buffer.from('WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ola>Said the <i>keeper</i>\n')],
  [
    'notes.md',
    Buffer.from('---\ntitle: Lamp\n---\n# Lamp\n\n* oil[^1]\n\n[^1]: Old.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n'),
  ],
  [
    'papers.zip',
    zip(textParts({ 'a.txt': 'Said the keeper', 'in/b.md': '# Lamp' }).concat({ name: 'c.docx', bytes: letterDocx() })),
  ],
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
    let largest = 0;
    for (let at = 0; at < MUTATIONS; at++) {
      const [name, bytes] = luck.oneOf([...own, ...samples]);
      try {
        const changed = mutated(bytes, luck);
        const page = luck.oneOf(['whole', 'article'] as const);
        const { blocks, highlights = [] } = await readSource(changed, name, { page, password: PASSWORD });
        largest = Math.max(largest, process.memoryUsage.rss());
        let length = 0;
        for (const { text, marks = [] } of blocks) {
          const size = codePointLength(text);
          length += size + 1;
          for (const { start, end } of marks) expect(start >= 0 && start < end && end <= size, name).toBe(true);
        }
        for (const { start, end } of highlights) expect(start >= 0 && start < end && end < length, name).toBe(true);
      } catch (error) {
        if (!(error instanceof LecternError)) throw new Error(`mutation ${at} of ${name}`, { cause: error });
        if (error.code === 'is-archive') await unpacked(mutated(bytes, luck), name);
        expect(error.message).toMatch(/^“.+” .+\.$/s);
        refused++;
      }
    }
    for (const call of calls) expect(call).not.toHaveBeenCalled();
    // What a parsing process may hold; here the runner itself is counted too.
    expect(largest).toBeLessThan(MOST_MEMORY);
    const megabytes = Math.round(largest / 2 ** 20);
    say(
      `${MUTATIONS} mutated documents: ${MUTATIONS - refused} read, ${refused} refused, at most ${megabytes} MB held`,
    );
  },
  patience,
);

/** Every file of an archive, read where it can be had. @throws what is no LecternError */
async function unpacked(bytes: Uint8Array, name: string): Promise<void> {
  try {
    for await (const entry of unpackArchive(bytes, name)) {
      if ('bytes' in entry) await readSource(entry.bytes, entry.path);
    }
  } catch (error) {
    if (!(error instanceof LecternError)) throw error;
  }
}
