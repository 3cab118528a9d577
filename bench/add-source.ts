import { arrivals, type Notebook, sha256Stream, sources, textPiece } from '../db/index.ts';

const PIECE = 2_000;

/** Puts a source of these paragraphs into a notebook, by the road an import takes; answers its id. */
export function addSource(notebook: Notebook, title: string, blocks: readonly string[]): string {
  const bytes = new TextEncoder().encode(title);
  return notebook.write({ deed: 'import-source', subject: title }, (connection) => {
    const sha256 = sha256Stream().update(bytes).digest('hex');
    const arrival = arrivals.begin(connection, { sha256, size: bytes.length });
    arrivals.keep(connection, arrival, bytes);
    const hash = sha256Stream();
    for (let from = 0; from < blocks.length; from += PIECE) {
      const piece = blocks.slice(from, from + PIECE).map((text) => ({ kind: 'paragraph', text }) as const);
      arrivals.append(connection, arrival, textPiece(piece, hash));
    }
    arrivals.complete(connection, arrival, {
      title,
      fileName: `${title}.txt`,
      mediaType: 'text/plain',
      encoding: 'utf-8',
      authors: [],
      date: '',
      language: 'nb',
      url: '',
      publisher: '',
      identifiers: [],
      remarks: [],
    });
    sources.restore(connection, arrival.id);
    return arrival.id;
  });
}
