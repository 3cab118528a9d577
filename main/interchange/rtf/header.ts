import { codepageOfCharset, decodeCodepage } from './codepages.ts';
import { languageOf } from './languages.ts';
import { endOfGroup, type Token, tokens } from './tokens.ts';

/** What the groups before the text say: fonts, colours, styles, and facts of the document. */
export interface Header {
  readonly codepage: number;
  /** Code pages of fonts that have their own. */
  readonly fonts: ReadonlyMap<number, number>;
  /** `#rrggbb` by number; the first is the reader's own colour. */
  readonly colours: readonly (string | undefined)[];
  /** Names of paragraph styles by number. */
  readonly styles: ReadonlyMap<number, string>;
  /** BCP 47; empty where the document does not say. */
  readonly language: string;
  readonly title: string;
  readonly author: string;
  /** ISO date, or empty. */
  readonly date: string;
}

const CODEPAGES: Readonly<Record<string, number>> = { mac: 10000, pc: 437, pca: 850 };
/** The header is looked for in so many bytes: behind the tables of fonts and styles, which can be long. */
const LONGEST_HEADER = 8 * 1024 * 1024;

export function readHeader(bytes: Uint8Array): Header {
  let codepage = 1252;
  let language = '';
  const groups = new Map<string, readonly [from: number, to: number]>();
  const limit = Math.min(bytes.length, LONGEST_HEADER);
  let previous: Token | undefined;
  for (const token of tokens(bytes, 0, limit)) {
    if (token.type === 'word') {
      if (token.name === 'ansicpg' && token.value !== undefined) codepage = token.value;
      else if (token.name === 'deflang' && language === '') language = languageOf(token.value);
      else codepage = CODEPAGES[token.name] ?? codepage;
      if (GROUPS.has(token.name) && previous?.type === 'open' && !groups.has(token.name)) {
        groups.set(token.name, [token.at, endOfGroup(bytes, token.at, limit)]);
      }
    }
    previous = token;
  }
  const inGroup = (name: string) => tokens(bytes, ...(groups.get(name) ?? [0, 0]));
  const textOf = (name: string) => lineIn(inGroup(name), codepage);
  return {
    codepage,
    fonts: fontsIn(inGroup('fonttbl')),
    colours: coloursIn(inGroup('colortbl')),
    styles: stylesIn(inGroup('stylesheet'), codepage),
    language,
    title: textOf('title'),
    author: textOf('author'),
    date: dateIn(inGroup('creatim')),
  };
}

const GROUPS: ReadonlySet<string> = new Set(['fonttbl', 'colortbl', 'stylesheet', 'title', 'author', 'creatim']);

function fontsIn(all: Iterable<Token>): Map<number, number> {
  const fonts = new Map<number, number>();
  let font = 0;
  for (const token of all) {
    if (token.type !== 'word' || token.value === undefined) continue;
    if (token.name === 'f') font = token.value;
    const codepage =
      token.name === 'fcharset' ? codepageOfCharset(token.value) : token.name === 'cpg' ? token.value : undefined;
    if (codepage !== undefined) fonts.set(font, codepage);
  }
  return fonts;
}

function coloursIn(all: Iterable<Token>): (string | undefined)[] {
  const colours: (string | undefined)[] = [];
  let parts: Record<string, number> = {};
  for (const token of all) {
    if (token.type === 'word' && token.value !== undefined) parts[token.name] = token.value;
    if (token.type !== 'byte' || token.byte !== 0x3b) continue;
    const channels = [parts['red'], parts['green'], parts['blue']];
    colours.push(
      channels.every((channel) => channel === undefined)
        ? undefined
        : `#${channels.map((channel = 0) => (channel & 0xff).toString(16).padStart(2, '0')).join('')}`,
    );
    parts = {};
  }
  return colours;
}

function stylesIn(all: Iterable<Token>, codepage: number): Map<number, string> {
  const styles = new Map<number, string>();
  let style = 0;
  let other = false;
  let name: number[] = [];
  for (const token of all) {
    if (token.type === 'open') {
      style = 0;
      other = false;
      name = [];
    } else if (token.type === 'word') {
      if (token.name === 's' && token.value !== undefined) style = token.value;
      else if (token.name === '*') other = true;
    } else if (token.type === 'byte' && token.byte === 0x3b) {
      if (!other) styles.set(style, decodeCodepage(name, codepage).trim());
      name = [];
    } else if (token.type === 'byte') name.push(token.byte);
  }
  return styles;
}

function dateIn(all: Iterable<Token>): string {
  const parts = new Map<string, number>();
  for (const token of all) if (token.type === 'word' && token.value !== undefined) parts.set(token.name, token.value);
  const [year, month, day] = [parts.get('yr'), parts.get('mo'), parts.get('dy')];
  const two = (number: number) => String(number).padStart(2, '0');
  return year && month && day ? `${year}-${two(month)}-${two(day)}` : '';
}

/** Characters of a group on one line. */
export function lineIn(all: Iterable<Token>, codepage: number): string {
  let text = '';
  let waiting: number[] = [];
  let skip = 0;
  for (const token of all) {
    if (token.type === 'byte') {
      if (skip > 0) skip--;
      else waiting.push(token.byte);
      continue;
    }
    text += decodeCodepage(waiting, codepage);
    waiting = [];
    if (token.type === 'word' && token.name === 'u' && token.value !== undefined) {
      text += String.fromCharCode(token.value & 0xffff);
      skip = 1;
    }
  }
  return (text + decodeCodepage(waiting, codepage)).toWellFormed().replace(/\s+/g, ' ').trim();
}
