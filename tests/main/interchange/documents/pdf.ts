import { pdfLock } from './pdf-lock.ts';

/** A line of text on a page: its place in points from the left and the bottom, its size, how far it is turned. */
export interface Placed {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size?: number;
  /** Quarters, against the clock. */
  readonly turned?: number;
}

export interface PdfChoices {
  readonly labels?: string;
  readonly info?: string;
  readonly rotate?: number;
  /** Without it the text cannot be read. */
  readonly password?: string;
  /** Annotations of the first page, each a dictionary. */
  readonly annotations?: readonly string[];
}

/**
 * A PDF of pages of Helvetica (PDF 32000-1, 7.5), with an exact cross-reference table. In `text` the bytes are those of the
 * standard encoding, where `\256` is the ligature fi.
 */
export function pdf(pages: readonly (readonly Placed[])[], choices: PdfChoices = {}): Uint8Array {
  const { labels = '', info = '', rotate = 0, password, annotations = [] } = choices;
  const lock = password === undefined ? undefined : pdfLock(password);
  const kids = pages.map((_, at) => `${5 + at * 2} 0 R`).join(' ');
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R ${labels === '' ? '' : `/PageLabels << /Nums [${labels}] >>`} >>`,
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    `<< ${info} >>`,
    ...pages.flatMap((lines, at) => {
      const shownLines = lines.map(shown).join('\n');
      const content = lock?.lock(6 + at * 2, shownLines) ?? shownLines;
      const annots = at === 0 && annotations.length > 0 ? `/Annots [${annotations.join(' ')}]` : '';
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Rotate ${rotate} ${annots} /Contents ${6 + at * 2} 0 R /Resources << /Font << /F 3 0 R >> >> >>`,
        `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
      ];
    }),
  ];
  let file = '%PDF-1.4\n';
  const places = objects.map((object, at) => {
    const place = file.length;
    file += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(place).padStart(10, '0')} 00000 n \n`;
  });
  const table = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join('')}`;
  file += `trailer << /Size ${objects.length + 1} /Root 1 0 R /Info 4 0 R ${lock?.trailer ?? ''} >>\nstartxref\n${table}\n%%EOF`;
  return Buffer.from(file, 'latin1');
}

function shown({ text, x, y, size = 10, turned = 0 }: Placed): string {
  const [cos, sin] = [
    [1, 0],
    [0, 1],
    [-1, 0],
    [0, -1],
  ][turned] ?? [1, 0];
  return `BT /F ${size} Tf ${cos} ${sin} ${-(sin ?? 0)} ${cos} ${x} ${y} Tm (${text.replace(/[()]/g, '\\$&')}) Tj ET`;
}

/** Lines one below the other, from a place on. */
export function column(x: number, top: number, lines: readonly string[], size = 10): Placed[] {
  return lines.map((text, at) => ({ text, x, y: top - at * size * 1.2, size }));
}
