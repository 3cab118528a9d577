import iconv from 'iconv-lite';

/** Code pages by the `\\fcharset` of a font (RTF 1.9.1, “Font table”); those left out are the document's own. */
const BY_CHARSET: Readonly<Record<number, number>> = {
  77: 10000,
  128: 932,
  129: 949,
  134: 936,
  136: 950,
  161: 1253,
  162: 1254,
  163: 1258,
  177: 1255,
  178: 1256,
  186: 1257,
  204: 1251,
  222: 874,
  238: 1250,
  254: 437,
  255: 850,
};

const NAMES: Readonly<Record<number, string>> = { 10000: 'macintosh', 10007: 'maccyrillic', 65001: 'utf8' };
const DEFAULT = 'cp1252';

export function codepageOfCharset(charset: number): number | undefined {
  return BY_CHARSET[charset];
}

/** Bytes of a Windows, DOS or Macintosh code page to text; of one that is unknown, as Windows' western one. */
export function decodeCodepage(bytes: readonly number[], codepage: number): string {
  const name = NAMES[codepage] ?? `cp${codepage}`;
  return iconv.decode(Uint8Array.from(bytes), iconv.encodingExists(name) ? name : DEFAULT, { stripBOM: false });
}
