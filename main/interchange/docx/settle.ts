import { strFromU8, unzipSync } from 'fflate';
import { pack } from '../zip/index.ts';

/**
 * What the library makes up or counts through all documents of a process: the ids of links, which are `rId` and 21
 * letters where those of its own relations are `rId` and a number, the bookmarks of headings, and the numbers of images.
 */
const MADE_UP =
  /\brId[\w-]{12,}|\b_Toc\d+\b|(?<=<w:bookmark(?:Start|End)[^>]* w:id=")\d+|(?<=<(?:wp:docPr|pic:cNvPr)[^>]* id=")\d+/g;

/** A Word file as the library packed it, made the same each time: links and bookmarks counted from 1, no times in the archive. */
export function settle(file: Uint8Array): Uint8Array {
  const ids = new Map<string, string>();
  const renamed = (id: string) => {
    const known = ids.get(id) ?? (/^\d/.test(id) ? String(ids.size + 1) : `ref${ids.size + 1}`);
    ids.set(id, known);
    return known;
  };
  const parts = Object.entries(unzipSync(file)).sort(([a], [b]) => order(a) - order(b));
  return pack(
    parts.map(([path, bytes]) =>
      /\.(?:xml|rels)$/.test(path)
        ? { path, content: strFromU8(bytes).replace(MADE_UP, renamed) }
        : { path, content: bytes },
    ),
  );
}

/** The document before its relations, so that links are counted in reading order; what names the types comes first. */
function order(path: string): number {
  if (path === '[Content_Types].xml') return 0;
  if (path === 'word/document.xml') return 1;
  return path.endsWith('.rels') ? 3 : 2;
}
