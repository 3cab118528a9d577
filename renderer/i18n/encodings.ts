/** The encodings that are offered by name, and what they were used for: by language family, the commonest first. */
const NAMES: ReadonlyMap<string, string> = new Map([
  ['utf-8', 'UTF-8'],
  ['utf-16le', 'UTF-16 LE'],
  ['utf-16be', 'UTF-16 BE'],
  ['windows-1252', 'Windows-1252, ISO 8859-1'],
  ['iso-8859-15', 'ISO 8859-15'],
  ['macintosh', 'Mac Roman'],
  ['cp850', 'DOS 850'],
  ['cp865', 'DOS 865'],
  ['cp437', 'DOS 437'],
  ['windows-1250', 'Windows-1250'],
  ['iso-8859-2', 'ISO 8859-2'],
  ['cp852', 'DOS 852'],
  ['windows-1251', 'Windows-1251'],
  ['koi8-r', 'KOI8-R'],
  ['koi8-u', 'KOI8-U'],
  ['iso-8859-5', 'ISO 8859-5'],
  ['ibm866', 'DOS 866'],
  ['x-mac-cyrillic', 'Mac Cyrillic'],
  ['windows-1253', 'Windows-1253'],
  ['iso-8859-7', 'ISO 8859-7'],
  ['windows-1254', 'Windows-1254'],
  ['windows-1255', 'Windows-1255'],
  ['windows-1256', 'Windows-1256'],
  ['windows-1257', 'Windows-1257'],
  ['windows-874', 'Windows-874'],
  ['shift_jis', 'Shift JIS'],
  ['euc-jp', 'EUC-JP'],
  ['gb18030', 'GB 18030'],
  ['big5', 'Big5'],
  ['euc-kr', 'EUC-KR'],
]);

export const ENCODINGS: readonly string[] = [...NAMES.keys()];

/** What an encoding is called; in capitals where it has no name here. */
export function encodingName(encoding: string): string {
  return NAMES.get(encoding) ?? encoding.toUpperCase();
}
