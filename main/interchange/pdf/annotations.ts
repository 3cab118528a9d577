import type { PDFPageProxy } from 'pdfjs-dist';
import { safeLink } from '../summary/index.ts';

/** A box on a page, in the page's own units, its corners in any order. */
export type Quad = readonly (readonly [x: number, y: number])[];

/** What somebody marked on a page or wrote to it, where a link of it leads, or which note its text calls. */
export interface Annotation {
  readonly kind: 'highlight' | 'remark' | 'link' | 'call';
  readonly quads: readonly Quad[];
  /** `#rrggbb`. */
  readonly colour: string;
  readonly comment: string;
  readonly author: string;
  /** Address of a link, name of a note. */
  readonly address: string;
}

/** So many on one page are made by no reader. */
const MOST = 2_000;
const MOST_QUADS = 500;
const YELLOW = '#ffff00';

/** Marks that lie over words (PDF 32000-1, 12.5.6.10). */
const OVER_WORDS: ReadonlySet<string> = new Set(['Highlight', 'Underline', 'Squiggly', 'StrikeOut']);
/** Those that stand beside them: sticky notes and text typed onto the page. */
const BESIDE: ReadonlySet<string> = new Set(['Text', 'FreeText']);

/** As pdf.js answers them; any of it may be missing or of another type in a file that is not as it should be. */
interface Raw {
  readonly id?: unknown;
  readonly subtype?: unknown;
  readonly rect?: unknown;
  readonly quadPoints?: unknown;
  readonly color?: unknown;
  readonly contentsObj?: { readonly str?: unknown };
  readonly titleObj?: { readonly str?: unknown };
  readonly inReplyTo?: unknown;
  readonly url?: unknown;
}

/** The annotations of a page; answers to a comment are lines of that comment. Where they cannot be read there are none. */
export async function readAnnotations(page: PDFPageProxy): Promise<Annotation[]> {
  const all: readonly Raw[] = await page.getAnnotations({ intent: 'display' }).catch(() => []);
  const raw = all.slice(0, MOST);
  return raw.flatMap((each): Annotation[] => {
    const kind = kindOf(each);
    const quads = quadsOf(each);
    if (kind === undefined || quads.length === 0) return [];
    const answers = raw.filter(
      ({ inReplyTo }) => inReplyTo !== undefined && inReplyTo !== null && inReplyTo === each.id,
    );
    const comment = [words(each.contentsObj), ...answers.map(answerOf)].filter((line) => line !== '').join('\n');
    if (kind === 'remark' && (comment === '' || each.inReplyTo)) return [];
    const address = safeLink(typeof each.url === 'string' ? each.url : undefined) ?? '';
    if (kind === 'link' && address === '') return [];
    return [{ kind, quads, colour: colourOf(each.color), comment, author: words(each.titleObj), address }];
  });
}

function kindOf({ subtype }: Raw): Annotation['kind'] | undefined {
  if (typeof subtype !== 'string') return undefined;
  if (OVER_WORDS.has(subtype)) return 'highlight';
  if (BESIDE.has(subtype)) return 'remark';
  return subtype === 'Link' ? 'link' : undefined;
}

function quadsOf({ quadPoints, rect }: Raw): Quad[] {
  const points = numbers(quadPoints);
  if (points.length >= 8) {
    const count = Math.min(MOST_QUADS, Math.floor(points.length / 8));
    return Array.from({ length: count }, (_, at) => corners(points.slice(at * 8, at * 8 + 8)));
  }
  const [left, bottom, right, top] = numbers(rect);
  if (left === undefined || bottom === undefined || right === undefined || top === undefined) return [];
  return [corners([left, bottom, right, top])];
}

function corners(coordinates: readonly number[]): Quad {
  return Array.from({ length: coordinates.length / 2 }, (_, at) => [
    coordinates[at * 2] ?? 0,
    coordinates[at * 2 + 1] ?? 0,
  ]);
}

function numbers(list: unknown): number[] {
  if (!Array.isArray(list) && !(list instanceof Float32Array)) return [];
  const found = Array.from<unknown>(list);
  return found.every((each) => typeof each === 'number' && Number.isFinite(each)) ? (found as number[]) : [];
}

function colourOf(colour: unknown): string {
  if (!(colour instanceof Uint8ClampedArray) || colour.length < 3) return YELLOW;
  return `#${Buffer.from(colour.subarray(0, 3)).toString('hex')}`;
}

function answerOf(answer: Raw): string {
  const author = words(answer.titleObj);
  const said = words(answer.contentsObj);
  return author === '' || said === '' ? said : `${author}: ${said}`;
}

function words(said: Raw['contentsObj']): string {
  return typeof said?.str === 'string' ? said.str.replace(/\r\n?/g, '\n').trim() : '';
}
