import type { BlockKind, MarkKind } from '../../../../db/model/index.ts';
import { attribute, child, elements, type MarkupElement } from '../../markup/index.ts';

/** What a style says of the text it is given to; left out where it says nothing. */
export interface Look {
  readonly marks: ReadonlySet<MarkKind>;
  readonly language?: string;
  readonly hidden?: boolean;
  /** Background colour, `#rrggbb`. */
  readonly background?: string;
}

/** What a paragraph is, by its style. */
export interface ParagraphStyle {
  readonly kind: BlockKind;
  readonly level: number;
  readonly look: Look;
  /** Whether the style says of headings that this one has no number. */
  readonly isUncounted: boolean;
}

export interface Styles {
  span(name: string): Look;
  paragraph(name: string): ParagraphStyle;
  /** BCP 47; empty where the document does not say. */
  readonly language: string;
}

/** LibreOffice’s names, which are English whatever the language of its windows. */
const KINDS: Readonly<Record<string, readonly [kind: BlockKind, level: number]>> = {
  Title: ['heading', 1],
  Subtitle: ['heading', 2],
  Quotations: ['quote', 0],
  Preformatted_20_Text: ['preformatted', 0],
  Caption: ['caption', 0],
};
const NOTHING: Look = { marks: new Set() };
const LONGEST_CHAIN = 30;

interface Style {
  readonly element: MarkupElement;
  readonly automatic: boolean;
}

/** The styles of a document: `office:styles` and `office:automatic-styles` elements in the order in which later ones win. */
export function readStyles(groups: readonly (MarkupElement | undefined)[]): Styles {
  const known = new Map<string, Style>();
  let language = '';
  for (const group of groups) {
    const automatic = group?.name === 'office:automatic-styles';
    for (const element of elements(group)) {
      const family = attribute(element, 'style:family');
      if (element.name === 'style:style')
        known.set(`${family} ${attribute(element, 'style:name')}`, { element, automatic });
      else if (element.name === 'style:default-style' && family === 'paragraph') {
        language ||= languageOf(child(element, 'style:text-properties') ?? child(element, 'style:properties'));
      }
    }
  }

  function chain(family: string, name: string): Style[] {
    const found: Style[] = [];
    for (let next = name; next !== '' && found.length < LONGEST_CHAIN; ) {
      const style = known.get(`${family} ${next}`);
      if (style === undefined) break;
      found.push(style);
      next = attribute(style.element, 'style:parent-style-name');
    }
    return found;
  }

  return {
    language,
    span: remembered((name) => merged(chain('text', name).map(({ element }) => lookOf(element)))),
    paragraph: remembered((name) => {
      const styles = chain('paragraph', name);
      // What a named style looks like (headings are bold) is no emphasis of the writer; what it hides is hidden.
      const looks = styles.map(({ element, automatic }) => {
        const look = lookOf(element);
        return automatic ? look : { ...NOTHING, ...(look.hidden === undefined ? {} : { hidden: look.hidden }) };
      });
      return {
        ...kindOf([name, ...styles.map(({ element }) => attribute(element, 'style:parent-style-name'))], styles),
        look: merged(looks),
        isUncounted: styles.some(
          ({ element, automatic }) => automatic && element.attributes.get('style:list-style-name') === '',
        ),
      };
    }),
  };
}

function kindOf(names: readonly string[], styles: readonly Style[]): { kind: BlockKind; level: number } {
  const level = styles
    .map(({ element }) => Number(attribute(element, 'style:default-outline-level')))
    .find((each) => each > 0);
  if (level !== undefined) return { kind: 'heading', level: Math.min(level, 6) };
  const name = names.find((each) => Object.hasOwn(KINDS, each));
  const [kind, own] = (name !== undefined && KINDS[name]) || (['paragraph', 0] as const);
  return { kind, level: own };
}

function lookOf(style: MarkupElement): Look {
  const given = child(style, 'style:text-properties') ?? child(style, 'style:properties');
  if (given === undefined) return NOTHING;
  const value = (name: string) => attribute(given, name);
  const marks = new Set<MarkKind>();
  if (/^(?:bold|[6-9]00)$/.test(value('fo:font-weight'))) marks.add('strong');
  if (/italic|oblique/.test(value('fo:font-style'))) marks.add('em');
  if (drawn(value('style:text-underline-style') || value('style:text-underline'))) marks.add('underline');
  if (drawn(value('style:text-line-through-style') || value('style:text-crossing-out'))) marks.add('strike');
  const position = value('style:text-position');
  if (/^super|^[1-9]/.test(position)) marks.add('superscript');
  if (/^sub|^-/.test(position)) marks.add('subscript');
  const background = value('fo:background-color').toLowerCase();
  const language = languageOf(given);
  const display = value('text:display');
  return {
    marks,
    ...(language === '' ? {} : { language }),
    ...(display === '' ? {} : { hidden: display === 'none' }),
    ...(/^#[0-9a-f]{6}$/.test(background) && background !== '#ffffff' ? { background } : {}),
  };
}

function drawn(line: string): boolean {
  return line !== '' && line !== 'none';
}

function languageOf(properties: MarkupElement | undefined): string {
  const language = attribute(properties, 'fo:language');
  const country = attribute(properties, 'fo:country');
  if (language === '' || language === 'none' || language === 'zxx') return '';
  return country === '' || country === 'none' ? language : `${language}-${country}`;
}

/** The nearest style that says something has the word; marks are what any of them adds. */
function merged(looks: readonly Look[]): Look {
  const marks = new Set(looks.flatMap((look) => [...look.marks]));
  return Object.assign({}, ...looks.toReversed(), { marks });
}

function remembered<T>(make: (name: string) => T): (name: string) => T {
  const made = new Map<string, T>();
  return (name) => {
    const known = made.get(name) ?? make(name);
    made.set(name, known);
    return known;
  };
}
