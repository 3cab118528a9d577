import { type Fragment, Fragment as FragmentOf, type Node } from 'prosemirror-model';
import { type DocumentJson, documentSchema, type Highlight } from '../../main/contract/index.ts';
import type { Client } from '../client/index.ts';
import { t } from '../i18n/index.ts';
import { tell, tellFailure } from '../messages/index.ts';
import { doDeed, failureOf, go } from '../state/index.ts';
import { quotationOf } from './editor/insert.ts';
import { nodes } from './editor/nodes.ts';

/** Whose passages are gathered: the highlights of a source, those with a tag or one below it, those that mention an entity. */
export interface GatheredFor {
  readonly kind: 'source' | 'tag' | 'entity';
  readonly id: string;
}

/**
 * Makes a note of all passages of a source, a tag or an entity and opens it: every highlight as a quotation, its comment below it,
 * source by source. The note is attached to what it was gathered for.
 */
export async function gatherPassages(client: Client, { kind, id }: GatheredFor): Promise<void> {
  try {
    const [name, passages] = await Promise.all([
      nameOf(client, { kind, id }),
      client.call('highlights.list', { [`${kind}Id`]: id }),
    ]);
    if (passages.length === 0) {
      tell({ tone: 'status', key: 'notes.gather.none', values: { name } });
      return;
    }
    const note = await doDeed(client, 'notes.create', {
      title: t('notes.gather.title', { name }),
      document: passagesDocument(passages, kind !== 'source'),
      attachedTo: { kind, id },
    });
    go({ view: 'notes', noteId: note.id });
  } catch (error) {
    tellFailure(failureOf(error));
  }
}

async function nameOf(client: Client, { kind, id }: GatheredFor): Promise<string> {
  if (kind === 'source') return (await client.call('sources.get', { id })).title;
  if (kind === 'entity') return (await client.call('entities.get', { id })).name;
  const tags = await client.call('tags.list', {});
  return tags.find((tag) => tag.id === id)?.name ?? '';
}

/** @param bySource whether a heading names the source of the passages below it */
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
