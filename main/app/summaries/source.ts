import { type Connection, highlights, sources, texts } from '../../../db/index.ts';
import { plain, type SummaryBlock } from '../../interchange/index.ts';
import type { SummaryChoices } from './choices.ts';
import type { Labels } from './labels.ts';
import type { Quoting } from './quotations.ts';
import { sourceBlocks } from './source-blocks.ts';
import type { Summary } from './summary.ts';

/** A source's whole text, where it is wanted, then its highlights in text order. */
export function sourceSummary(
  connection: Connection,
  id: string,
  quoting: Quoting,
  labels: Labels,
  { fullText }: SummaryChoices,
): Summary {
  const { title, authors, date } = sources.get(connection, id);
  const marked = highlights.list(connection, { sourceId: id });
  const section: SummaryBlock[] =
    marked.length === 0
      ? []
      : [{ kind: 'heading', level: 1, runs: plain(labels.highlights) }, ...marked.map(quoting.quote)];
  quoting.cite(id);
  const subtitle = [authors.join('; '), date].filter((part) => part !== '').join(', ');
  return {
    title,
    ...(subtitle !== '' && { subtitle }),
    blocks: [...(fullText ? sourceBlocks(texts.blocks(connection, id)) : []), ...section],
  };
}
