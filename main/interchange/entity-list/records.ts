import Papa from 'papaparse';

/** A record of a table: its cells, or why it is none. */
export interface CsvRecord {
  /** 1 for the first of the file. */
  readonly number: number;
  readonly cells: readonly string[];
  /** A quotation mark opens and does not close where it should; the rest of the file is read all the same. */
  readonly isBroken: boolean;
}

/** From so many broken records on, their quotation marks are taken for plain letters: no file is read without end. */
const MOST_BROKEN = 1000;
const DELIMITERS = [',', ';', '\t', '|'];

/**
 * The records of a table of comma-separated values (RFC 4180), or of values separated by semicolons, tabs or bars: what
 * stands between is found out. A quotation mark that does not close would take the rest of the file along; such a record
 * is broken, and reading goes on with the line after the one it begins in.
 */
export function readRecords(text: string): CsvRecord[] {
  const records: CsvRecord[] = [];
  const delimiter = delimiterOf(text);
  let from = 0;
  let broken = 0;
  while (from < text.length) {
    const rest = from === 0 ? text : text.slice(from);
    let begins = 0;
    let goesOnAt = -1;
    Papa.parse<string[]>(rest, {
      delimiter,
      ...(broken >= MOST_BROKEN ? { quoteChar: '\u0000' } : {}),
      step({ data, errors, meta }, parser) {
        const number = records.length + 1;
        if (errors.some(({ type }) => type === 'Quotes')) {
          const end = rest.indexOf('\n', begins);
          const line = rest.slice(begins, end === -1 ? rest.length : end);
          records.push({ number, cells: [line.trimEnd()], isBroken: true });
          goesOnAt = end === -1 ? rest.length : end + 1;
          parser.abort();
          return;
        }
        records.push({ number, cells: data, isBroken: false });
        begins = meta.cursor;
      },
    });
    if (goesOnAt === -1) break;
    broken++;
    from += goesOnAt;
  }
  return records;
}

/** What separates the cells: what the heads have most of, outside quotation marks. */
function delimiterOf(text: string): string {
  const heads = text.slice(0, text.search(/\n|$/)).replace(/"[^"]*"/g, '');
  const counts = DELIMITERS.map((each) => heads.split(each).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ',';
}
