import { type Fragment, Fragment as FragmentOf, type Node } from 'prosemirror-model';
import { type DocumentJson, documentSchema, type Highlight } from '../../main/contract/index.ts';
import { quotationOf } from './editor/insert.ts';
import { nodes } from './editor/nodes.ts';

/**
 * A document of highlights as quotations, each with its comment below it.
 * @param bySource whether a heading names the source of the passages below it
 */
export function passagesDocument(passages: readonly Highlight[], bySource: boolean): DocumentJson {
  const groups = Map.groupBy(passages, ({ sourceId }) => sourceId);
  const content = [...groups.values()].flatMap((group) => {
    const heading = nodes.heading.create({ level: 2 }, words(group[0]?.sourceTitle ?? ''));
    return [...(bySource ? [heading] : []), ...group.flatMap(quoted)];
  });
  const document = documentSchema.nodes.doc.create(null, [...content, nodes.paragraph.create()]);
  return document.toJSON();
}

function quoted(highlight: Highlight): Node[] {
  const lines = highlight.comment.split('\n').filter((line) => line.trim() !== '');
  return [quotationOf(highlight), ...lines.map((line) => nodes.paragraph.create(null, words(line)))];
}

function words(text: string): Fragment {
  return text === '' ? FragmentOf.empty : FragmentOf.from(documentSchema.text(text));
}
