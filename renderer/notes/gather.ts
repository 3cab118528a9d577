import type { Client } from '../client/index.ts';
import { t } from '../i18n/index.ts';
import { tell, tellFailure } from '../messages/index.ts';
import { doDeed, failureOf, go } from '../state/index.ts';

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
    const [name, passages, { passagesDocument }] = await Promise.all([
      nameOf(client, { kind, id }),
      client.call('highlights.list', { [`${kind}Id`]: id }),
      import('./passages-document.ts'),
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
