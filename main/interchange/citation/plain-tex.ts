/** Letters TeX has commands for. */
const LETTERS: Readonly<Record<string, string>> = {
  aa: 'å',
  AA: 'Å',
  ae: 'æ',
  AE: 'Æ',
  o: 'ø',
  O: 'Ø',
  oe: 'œ',
  OE: 'Œ',
  ss: 'ß',
  l: 'ł',
  L: 'Ł',
  i: 'ı',
  j: 'ȷ',
  dh: 'ð',
  DH: 'Ð',
  th: 'þ',
  TH: 'Þ',
  textendash: '–',
  textemdash: '—',
  textquotesingle: "'",
  ldots: '…',
  dots: '…',
  textbackslash: '\\',
  textasciitilde: '~',
  textasciicircum: '^',
  textasciigrave: '`',
};

/** The combining sign behind each accent command. */
const ACCENTS: Readonly<Record<string, string>> = {
  '`': '\u0300',
  "'": '\u0301',
  '^': '\u0302',
  '~': '\u0303',
  '=': '\u0304',
  u: '\u0306',
  '.': '\u0307',
  '"': '\u0308',
  r: '\u030A',
  H: '\u030B',
  v: '\u030C',
  d: '\u0323',
  c: '\u0327',
  k: '\u0328',
};

/** A field's value as people read it: accents become letters, braces and commands for form go. */
export function plainTex(value: string): string {
  return value
    .replace(/\\([`'^~="."])\s*(?:\{\\?([A-Za-z])\}|\\?([A-Za-z]))/g, accented)
    .replace(/\\([uvHcdkr])(?:\s*\{\\?([A-Za-z])\}|\s+\\?([A-Za-z]))/g, accented)
    .replace(
      /\\([A-Za-z]+)(?:\{\}|\s+|(?![A-Za-z]))/g,
      (all, name: string) => LETTERS[name] ?? (all.endsWith(' ') ? ' ' : ''),
    )
    .replace(/\\([%&$#_{}])/g, (_, sign: string) => PROTECTED[sign] ?? sign)
    .replace(/[{}]/g, '')
    .replace(/~/g, '\u00a0')
    .replace(/---/g, '—')
    .replace(/--/g, '–')
    .replace(/``/g, '“')
    .replace(/''/g, '”')
    .replace(/[\uE000\uE001]/g, (sign) => (sign === '\uE000' ? '{' : '}'))
    .normalize('NFC')
    .replace(/[ \t\r\n]+/g, ' ')
    .trim();
}

/** Braces that are meant, kept apart from those that group. */
const PROTECTED: Readonly<Record<string, string>> = { '{': '\uE000', '}': '\uE001' };

function accented(_: string, accent: string, inBraces?: string, bare?: string): string {
  return `${inBraces ?? bare ?? ''}${ACCENTS[accent] ?? ''}`;
}
