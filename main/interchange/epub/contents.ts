import { attribute, child, descendants, elements, lineOf, type MarkupElement } from '../markup/index.ts';
import { resolveAddress } from './addresses.ts';

/** Chapter titles by the place they begin at: `path`, or `path#fragment`. */
export type Contents = ReadonlyMap<string, string>;

/** The table of contents of an EPUB 3 navigation document (EPUB 3.3, 7). */
export function contentsOfNavigation(root: MarkupElement, path: string): Contents {
  const navs = descendants(root, 'nav');
  const nav = navs.find((each) => attribute(each, 'epub:type').split(/\s+/).includes('toc')) ?? navs[0];
  return collected(
    path,
    descendants(nav, 'a').map((link) => [attribute(link, 'href'), lineOf(link)]),
  );
}

/** The table of contents of an EPUB 2 book: an NCX (OPF 2.0.1, 2.4.1; ANSI/NISO Z39.86). */
export function contentsOfNcx(root: MarkupElement, path: string): Contents {
  const points = pointsBelow(child(root, 'navMap'));
  return collected(
    path,
    points.map((point) => [attribute(child(point, 'content'), 'src'), lineOf(child(point, 'navLabel', 'text'))]),
  );
}

/** A point may hold others, so `descendants`, which stops at none, does for both levels. */
function pointsBelow(parent: MarkupElement | undefined): MarkupElement[] {
  return elements(parent, 'navPoint').flatMap((point) => [point, ...pointsBelow(point)]);
}

function collected(path: string, entries: readonly (readonly [href: string, title: string])[]): Contents {
  const contents = new Map<string, string>();
  for (const [href, title] of entries) {
    const place = href === '' ? undefined : resolveAddress(path, href);
    if (place === undefined || title === '') continue;
    const key = placeKey(place.path, place.fragment);
    // Of several titles for one place the innermost, which comes last, says most exactly where one is.
    contents.set(key, title);
  }
  return contents;
}

export function placeKey(path: string, fragment: string): string {
  return fragment === '' ? path : `${path}#${fragment}`;
}
