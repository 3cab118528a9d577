import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

/** An SQLite file as pages, read without SQLite, so that a damaged page keeps nobody from the others. */
export interface PageFile {
  /** How many whole or begun pages the file has. */
  readonly count: number;
  /** Bytes of a page that hold content (https://sqlite.org/fileformat2.html, 1.3.4). */
  readonly usable: number;
  /** The first hundred bytes, filled up with zeros. */
  readonly header: Buffer;
  /** A page by its number from 1, filled up with zeros where the file ends in it; undefined where there is none. */
  page(number: number): Buffer | undefined;
  close(): void;
}

const HEADER = 100;
const USUAL_PAGE = 4096;
const SMALLEST_PAGE = 512;

/** Opens a file nobody else of this process has open. */
export function openPages(path: string): PageFile {
  const file = openSync(path, 'r');
  const { size } = fstatSync(file);
  const header = Buffer.alloc(HEADER);
  readSync(file, header, 0, HEADER, 0);
  const pageSize = pageSizeOf(header);
  const reserved = header[20] ?? 0;
  return {
    count: Math.ceil(size / pageSize),
    usable: pageSize - (reserved <= 64 ? reserved : 0),
    header,
    page(number) {
      if (number < 1 || (number - 1) * pageSize >= size) return undefined;
      const page = Buffer.alloc(pageSize);
      readSync(file, page, 0, pageSize, (number - 1) * pageSize);
      return page;
    },
    close: () => closeSync(file),
  };
}

/** What the header says, or, where that can be no page size, what every notebook has. */
function pageSizeOf(header: Buffer): number {
  const stated = header.readUInt16BE(16);
  const size = stated === 1 ? 65_536 : stated;
  return size >= SMALLEST_PAGE && (size & (size - 1)) === 0 ? size : USUAL_PAGE;
}
