import { AlignmentType, type ILevelsOptions, type INumberingOptions, LevelFormat } from 'docx';

/** Word knows nine levels of a list. */
const LEVELS = 9;
/** Indent of one level, in twentieths of a point: 0.63 cm. */
export const LEVEL_INDENT = 360;

const BULLETS = 'bullets';
const SIGNS = ['•', '◦', '▪'];

/** The lists of one document: Word keeps their forms apart from the paragraphs and counts every ordered list by itself. */
export interface Numbering {
  /** Makes a list form and gives the name its paragraphs refer to. */
  reference(list: { readonly ordered: boolean; readonly start: number }): string;
  /** What the document needs to hold for the names given out. */
  options(): INumberingOptions;
}

export function createNumbering(): Numbering {
  const starts: number[] = [];
  return {
    reference({ ordered, start }) {
      return ordered ? `ordered-${starts.push(start)}` : BULLETS;
    },
    options() {
      const ordered = starts.map((start, index) => ({
        reference: `ordered-${index + 1}`,
        levels: orderedLevels(start),
      }));
      return { config: [{ reference: BULLETS, levels: bulletLevels() }, ...ordered] };
    },
  };
}

/** The level of a list nested so deep, from 0; deeper ones stay on the last Word knows. */
export function wordLevel(depth: number): number {
  return Math.min(depth, LEVELS - 1);
}

function bulletLevels(): ILevelsOptions[] {
  return levels((level) => ({ format: LevelFormat.BULLET, text: SIGNS[level % SIGNS.length] ?? '•' }));
}

function orderedLevels(start: number): ILevelsOptions[] {
  return levels((level) => ({ format: LevelFormat.DECIMAL, text: `%${level + 1}.`, start }));
}

function levels(form: (level: number) => Omit<ILevelsOptions, 'level'>): ILevelsOptions[] {
  return Array.from({ length: LEVELS }, (_, level) => ({
    level,
    alignment: AlignmentType.START,
    style: { paragraph: { indent: { left: LEVEL_INDENT * (level + 1), hanging: LEVEL_INDENT } } },
    ...form(level),
  }));
}
