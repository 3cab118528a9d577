import type { Destination } from './state.ts';

/** Groups that are no text of the document (RTF 1.9.1, appendix A: destination control words). */
const NOTHING: ReadonlySet<string> = new Set(
  `fonttbl colortbl stylesheet info listtable listoverridetable revtbl rsidtbl generator themedata colorschememapping datastore
  latentstyles filetbl xmlnstbl header headerl headerr headerf footer footerl footerr footerf ftnsep ftnsepc ftncn aftnsep aftnsepc
  aftncn xe tc tcn bkmkstart bkmkend fldinst listtext pntext pntxta pntxtb pnseclvl template private atnid atnref atndate atnicn
  atntime annotation atrfstart atrfend atnauthor nonshppict pict sp do background objdata objclass objname userprops wgrffmtfilter pgptbl nonesttables
  defchp defpap mmathPr formfield title author operator keywords comment doccomm subject company manager category hlinkbase`.split(
    /\s+/,
  ),
);

/** Destinations marked as skippable that hold text or structure all the same. */
const TAKEN: Readonly<Record<string, Destination>> = {
  shpinst: 'words',
  shppict: 'words',
  nesttableprops: 'words',
  ud: 'text',
  cs: 'text',
  ts: 'text',
  ds: 'text',
};

/**
 * What becomes of the content of a group by the first word in it.
 * @param starred whether `\\*` stands before the word: who does not know it then skips the group
 */
export function destinationOf(name: string, starred: boolean): Destination | undefined {
  if (Object.hasOwn(TAKEN, name)) return TAKEN[name];
  if (NOTHING.has(name) || starred) return 'nothing';
  if (name === 'shp' || name === 'upr' || name === 'object') return 'words';
  return name === 'result' || name === 'fldrslt' ? 'text' : undefined;
}

/** Characters that are words in RTF. */
export const CHARACTERS: Readonly<Record<string, string>> = {
  tab: '\t',
  emdash: '—',
  endash: '–',
  emspace: '\u2003',
  enspace: '\u2002',
  qmspace: '\u2005',
  bullet: '•',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  zwj: '\u200D',
  zwnj: '\u200C',
  ltrmark: '\u200E',
  rtlmark: '\u200F',
  '~': '\u00A0',
  _: '\u2011',
  '-': '\u00AD',
};
