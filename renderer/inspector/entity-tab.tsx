import { Unlink } from 'lucide-react';
import type { Entity, Mention } from '../../main/contract/index.ts';
import { useClient } from '../client/index.ts';
import { afterWords, beforeWords, reading } from '../entities/index.ts';
import { formatDates, t } from '../i18n/index.ts';
import { tellFailure } from '../messages/index.ts';
import { doDeed, failureOf, go, place, selection, useQuery, useStore, useStoreAfterPaint } from '../state/index.ts';
import { Button, Card, Chip, EntitySign, IconButton } from '../ui/index.ts';
import { Spark } from './spark.tsx';

/** Passages shown of an entity; all of them are in the Entities view. */
const MOST_PASSAGES = 30;

/** Unlinked mentions counted at most: beyond, it says how many there are at least. */
const MOST_UNLINKED = 200;

/** The entity last pointed at in the text: its card, and its passages. */
export function EntityTab() {
  const id = useStoreAfterPaint(selection, (now) => now.entityId);
  const entity = useQuery('entities.get', id === null ? null : { id }).data;
  const sourceId = useStore(place, (now) => now.sourceId);
  const mentions = useQuery('mentions.list', id === null ? null : { entityId: id, limit: MOST_PASSAGES }).data ?? [];
  if (!entity) {
    return (
      <div className="inspector-empty">
        <p>{t('inspector.noEntity')}</p>
        <p>{t('inspector.noEntityText')}</p>
      </div>
    );
  }
  return (
    <>
      <EntityCard entity={entity} sourceId={sourceId} />
      {mentions.map((mention) => (
        <MentionCard key={mention.id} mention={mention} />
      ))}
      {entity.mentions > mentions.length && (
        <Button look="quiet" onPress={() => go({ view: 'entities', entityId: entity.id })}>
          {t('inspector.allPassages', { count: entity.mentions })}
        </Button>
      )}
    </>
  );
}

function EntityCard({ entity, sourceId }: { entity: Entity; sourceId: string | null }) {
  const relations = useQuery('relations.list', { entityId: entity.id }).data ?? [];
  const unlinked = useQuery('mentions.find', { entityId: entity.id, limit: MOST_UNLINKED }).data?.length ?? 0;
  const facts = [
    entity.aliases.length > 0 ? t('inspector.also', { names: entity.aliases.join(', ') }) : '',
    formatDates(entity.dates),
  ].filter((fact) => fact !== '');
  const open = () => go({ view: 'entities', entityId: entity.id });
  return (
    <Card label={entity.name}>
      <h2 className="inspector-name" dir="auto">
        <EntitySign type={entity.type} />
        {entity.name}
      </h2>
      {facts.length > 0 && (
        <p className="inspector-quiet" dir="auto">
          {facts.join(' · ')}
        </p>
      )}
      <div className="highlight-chips">
        {entity.identifiers.map(({ kind, value }) => (
          <Chip key={`${kind} ${value}`}>
            {kind} {value}
          </Chip>
        ))}
        {relations.map((relation) => (
          <Chip key={relation.id}>
            {`${reading(relation, entity.id)} → ${relation.fromId === entity.id ? relation.toName : relation.fromName}`}
          </Chip>
        ))}
      </div>
      {sourceId !== null && <Spark entityId={entity.id} type={entity.type} sourceId={sourceId} />}
      <p className="inspector-quiet">
        {t('inspector.passages', { passages: entity.mentions, sources: entity.sources })}
        {unlinked > 0 && (
          <>
            {' · '}
            <button type="button" className="inspector-link" onClick={open}>
              {t('inspector.unlinked', { count: unlinked, more: unlinked === MOST_UNLINKED ? '+' : '' })}
            </button>
          </>
        )}
      </p>
    </Card>
  );
}

/** A passage linked to the entity, in its surroundings; choosing it goes there. */
function MentionCard({ mention }: { mention: Mention }) {
  const client = useClient();
  return (
    <Card>
      <button
        type="button"
        className="inspector-jump"
        onClick={() =>
          go({ view: 'read', sourceId: mention.sourceId, passage: { start: mention.start, end: mention.end } })
        }
      >
        <span className="inspector-quote" data-type={mention.entityType} dir="auto">
          {beforeWords(mention.before)}
          <strong>{mention.quote}</strong>
          {afterWords(mention.after)}
        </span>
        <span className="inspector-place">
          {mention.sourceTitle}, {mention.locator}
        </span>
      </button>
      <IconButton
        label={t('inspector.unlink', { quote: mention.quote })}
        icon={Unlink}
        onPress={() => {
          doDeed(client, 'mentions.remove', { id: mention.id }).catch((error: unknown) =>
            tellFailure(failureOf(error)),
          );
        }}
      />
    </Card>
  );
}
