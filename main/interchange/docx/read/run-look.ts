import type { RunMark } from '../../composer/index.ts';
import { attribute, child, type MarkupElement } from '../../markup/index.ts';
import { type WordStyles, worth } from './styles.ts';

/** What a run looks like, by its own properties and its character style. */
export interface RunLook {
  readonly marks: readonly RunMark[];
  readonly hidden: boolean;
  /** `#rrggbb`, where it was gone over with a highlighter. */
  readonly highlight: string | undefined;
}

/** The highlighter’s colours (ECMA-376 part 1, 17.18.40). Black and greys are no colours of ours. */
const HIGHLIGHTS: Readonly<Record<string, string>> = {
  yellow: '#ffff00',
  darkYellow: '#808000',
  green: '#00ff00',
  darkGreen: '#008000',
  red: '#ff0000',
  darkRed: '#800000',
  blue: '#0000ff',
  darkBlue: '#000080',
  cyan: '#00ffff',
  darkCyan: '#008080',
  magenta: '#ff00ff',
  darkMagenta: '#800080',
  lightGray: '#c0c0c0',
  darkGray: '#808080',
};

/** From this difference between its parts on, of 255, a fill is a colour and no grey. */
const COLOURED = 24;

const OFF: ReadonlySet<string> = new Set(['0', 'false', 'off', 'none']);

export function lookOf(own: MarkupElement | undefined, styles: WordStyles, link: string): RunLook {
  const properties = [...(own === undefined ? [] : [own]), ...styles.character(worth(own, 'w:rStyle'))];
  const found = (name: string) => properties.map((each) => child(each, name)).find((each) => each !== undefined);
  const on = (name: string) => {
    const element = found(name);
    return element !== undefined && !OFF.has(attribute(element, 'w:val'));
  };
  const marks: RunMark[] = [];
  if (on('w:b')) marks.push(['strong', '']);
  if (on('w:i')) marks.push(['em', '']);
  if (link === '' && on('w:u')) marks.push(['underline', '']);
  if (on('w:strike') || on('w:dstrike')) marks.push(['strike', '']);
  const raised = attribute(found('w:vertAlign'), 'w:val');
  if (raised === 'superscript' || raised === 'subscript') marks.push([raised, '']);
  if (link !== '') marks.push(['link', link]);
  const language = attribute(child(own, 'w:lang'), on('w:rtl') ? 'w:bidi' : 'w:val');
  if (language !== '' && language !== styles.language) marks.push(['language', language]);
  const highlight = HIGHLIGHTS[attribute(found('w:highlight'), 'w:val')] ?? shading(own);
  return { marks, hidden: on('w:vanish'), highlight };
}

/** Programs without Word’s fifteen colours shade a run when somebody goes over it; shades of grey are layout. */
function shading(own: MarkupElement | undefined): string | undefined {
  const fill = attribute(child(own, 'w:shd'), 'w:fill').toLowerCase();
  if (!/^[0-9a-f]{6}$/.test(fill)) return undefined;
  const parts = [0, 2, 4].map((at) => Number.parseInt(fill.slice(at, at + 2), 16));
  return Math.max(...parts) - Math.min(...parts) > COLOURED ? `#${fill}` : undefined;
}
