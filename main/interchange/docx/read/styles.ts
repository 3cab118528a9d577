import type { BlockKind } from '../../../../db/model/index.ts';
import { attribute, child, elements, type MarkupElement } from '../../markup/index.ts';

/** What a paragraph is by its style and its own properties. */
export interface ParagraphKind {
  readonly kind: BlockKind;
  readonly level: number;
  /** Where it is counted, as list items and many headings are: the list, and the level in it from 0. */
  readonly counted?: { readonly list: string; readonly level: number };
}

export interface WordStyles {
  paragraph(properties: MarkupElement | undefined): ParagraphKind;
  /** Run properties of a character style and those it is based on, the nearest first. */
  character(id: string): readonly MarkupElement[];
  /** BCP 47; empty where the document does not say. */
  readonly language: string;
}

/** Names of the styles built into Word, which its files spell in English whatever the language of its windows. */
const KINDS: Readonly<Record<string, ParagraphKind>> = {
  title: { kind: 'heading', level: 1 },
  subtitle: { kind: 'heading', level: 2 },
  quote: { kind: 'quote', level: 0 },
  'intense quote': { kind: 'quote', level: 0 },
  'block text': { kind: 'quote', level: 0 },
  caption: { kind: 'caption', level: 0 },
  'html preformatted': { kind: 'preformatted', level: 0 },
  'source code': { kind: 'preformatted', level: 0 },
};
const LONGEST_CHAIN = 30;
/** Lists of Word have nine levels. */
const DEEPEST_LIST = 8;
/** The deepest heading; what is said to lie below it is text. */
const BODY = 9;

export function readStyles(root: MarkupElement | undefined): WordStyles {
  const styles = new Map(elements(root, 'w:style').map((style) => [attribute(style, 'w:styleId'), style]));

  function chain(id: string): MarkupElement[] {
    const found: MarkupElement[] = [];
    for (let next = id; found.length < LONGEST_CHAIN; ) {
      const style = styles.get(next);
      if (style === undefined) break;
      found.push(style);
      next = worth(style, 'w:basedOn');
    }
    return found;
  }

  function paragraph(own: MarkupElement | undefined): ParagraphKind {
    const above = chain(worth(own, 'w:pStyle'));
    const names = above.map((style) => worth(style, 'w:name').toLowerCase());
    const properties = [own, ...above.map((style) => child(style, 'w:pPr'))];
    const level = [
      headingLevel('', own),
      ...above.map((style, at) => headingLevel(names[at] ?? '', child(style, 'w:pPr'))),
    ].find((each) => each !== undefined);
    const numbering = properties.map((each) => child(each, 'w:numPr')).filter((each) => each !== undefined);
    const list = numbering.map((each) => worth(each, 'w:numId')).find((each) => each !== '') ?? '';
    const depth = Math.min(
      DEEPEST_LIST,
      Math.max(0, Number(numbering.map((each) => worth(each, 'w:ilvl')).find((each) => each !== '')) || 0),
    );
    const counted = list === '' || list === '0' ? {} : { counted: { list, level: depth } };
    if (level !== undefined && level <= BODY) return { kind: 'heading', level: Math.min(6, level), ...counted };
    const name = names.find((each) => Object.hasOwn(KINDS, each));
    const kind = name === undefined ? undefined : KINDS[name];
    if (numbering.length > 0 && list !== '0' && (kind === undefined || kind.kind === 'quote')) {
      return { kind: 'list-item', level: depth + 1, ...counted };
    }
    return { ...(kind ?? { kind: 'paragraph', level: 0 }), ...counted };
  }

  return {
    paragraph,
    character: (id) => chain(id).flatMap((style) => elements(style, 'w:rPr')),
    language: attribute(child(root, 'w:docDefaults', 'w:rPrDefault', 'w:rPr', 'w:lang'), 'w:val'),
  };
}

/** What a style, or a paragraph itself, says of the level of a heading; the nearest that says something has the word. */
function headingLevel(name: string, properties: MarkupElement | undefined): number | undefined {
  const outline = worth(properties, 'w:outlineLvl');
  if (outline !== '') return Number(outline) + 1;
  const named = /^heading ([1-9])$/.exec(name)?.[1];
  return named === undefined ? undefined : Number(named);
}

/** The `w:val` of a child element; empty where there is none. */
export function worth(parent: MarkupElement | undefined, name: string): string {
  return attribute(child(parent, name), 'w:val');
}
