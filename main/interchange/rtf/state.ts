import type { BlockKind } from '../../../db/model/index.ts';
import type { RunMark } from '../composer/index.ts';
import { languageOf } from './languages.ts';

/** What of a group's content is taken: its text, its words alone (they may hold structure), or nothing. */
export type Destination = 'text' | 'words' | 'nothing';

/** What a group inherits and gives back when it ends. */
export interface State {
  readonly destination: Destination;
  readonly codepage: number;
  /** How many characters stand in for a `\\u` that follows. */
  readonly unicodeSkip: number;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: boolean;
  readonly strike: boolean;
  readonly raised: 'superscript' | 'subscript' | undefined;
  readonly hidden: boolean;
  /** Tracked deletions are left out, tracked insertions taken. */
  readonly deleted: boolean;
  /** Number of a colour, 0 for none. */
  readonly background: number;
  readonly link: string;
  /** BCP 47; empty for the document's own. */
  readonly language: string;
}

/** What a paragraph is until the next `\\pard`. */
export interface Paragraph {
  readonly style: number;
  readonly outline: number | undefined;
  /** Depth of a list item; 0 for none. */
  readonly list: number;
  readonly inTable: boolean;
}

export const PLAIN_PARAGRAPH: Paragraph = { style: 0, outline: undefined, list: 0, inTable: false };

export function plainState(codepage: number): State {
  return {
    destination: 'text',
    codepage,
    unicodeSkip: 1,
    bold: false,
    italic: false,
    underline: false,
    strike: false,
    raised: undefined,
    hidden: false,
    deleted: false,
    background: 0,
    link: '',
    language: '',
  };
}

/** The change of state a word of character formatting makes, or nothing where it is no such word. */
export function formatted(name: string, value: number | undefined): Partial<State> | undefined {
  const on = value !== 0;
  switch (name) {
    case 'b':
      return { bold: on };
    case 'i':
      return { italic: on };
    case 'ulnone':
      return { underline: false };
    case 'strike':
    case 'striked':
      return { strike: on };
    case 'super':
      return { raised: on ? 'superscript' : undefined };
    case 'sub':
      return { raised: on ? 'subscript' : undefined };
    case 'nosupersub':
      return { raised: undefined };
    case 'v':
      return { hidden: on };
    case 'deleted':
      return { deleted: on };
    case 'highlight':
    case 'chcbpat':
      return { background: value ?? 0 };
    case 'lang':
      return { language: languageOf(value) };
    case 'uc':
      return { unicodeSkip: Math.max(0, value ?? 1) };
    case 'plain':
      return {
        bold: false,
        italic: false,
        underline: false,
        strike: false,
        raised: undefined,
        hidden: false,
        deleted: false,
        background: 0,
        language: '',
      };
    default:
      return UNDERLINES.has(name) ? { underline: on } : undefined;
  }
}

const UNDERLINES: ReadonlySet<string> = new Set(['ul', 'uld', 'uldash', 'uldb', 'ulth', 'ulw', 'ulwave']);

/** @param own language of the document */
export function marksOf({ bold, italic, underline, strike, raised, link, language }: State, own: string): RunMark[] {
  const marks: RunMark[] = [];
  if (bold) marks.push(['strong', '']);
  if (italic) marks.push(['em', '']);
  if (underline && link === '') marks.push(['underline', '']);
  if (strike) marks.push(['strike', '']);
  if (raised !== undefined) marks.push([raised, '']);
  if (link !== '') marks.push(['link', link]);
  if (language !== '' && language !== own) marks.push(['language', language]);
  return marks;
}

/** What a paragraph is by the name of its style, which Word and LibreOffice write in English, and its own words. */
export function kindOf(
  paragraph: Paragraph,
  styles: ReadonlyMap<number, string>,
): readonly [kind: BlockKind, level: number] {
  const style = (styles.get(paragraph.style) ?? '').toLowerCase();
  const heading = /^heading (\d)/.exec(style);
  if (heading) return ['heading', Math.min(6, Number(heading[1]))];
  if (paragraph.outline !== undefined && paragraph.outline < 9) return ['heading', Math.min(6, paragraph.outline + 1)];
  if (style === 'title') return ['heading', 1];
  if (style === 'subtitle') return ['heading', 2];
  if (paragraph.list > 0) return ['list-item', paragraph.list];
  if (/quot/.test(style)) return ['quote', 0];
  if (/^caption$/.test(style)) return ['caption', 0];
  return /preformatted/.test(style) ? ['preformatted', 0] : ['paragraph', 0];
}
