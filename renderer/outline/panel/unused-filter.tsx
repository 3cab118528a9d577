import { X } from 'lucide-react';
import { useState } from 'react';
import type { Entity, Tag } from '../../../main/contract/index.ts';
import { EntityPicker } from '../../entities/index.ts';
import { t } from '../../i18n/index.ts';
import { useQuery } from '../../state/index.ts';
import { Button, IconButton, Select } from '../../ui/index.ts';

/** Which highlights are offered; null is no restriction. */
export interface UnusedChoice {
  readonly tagId: string | null;
  readonly sourceId: string | null;
  readonly entity: Entity | null;
}

export const NO_FILTER: UnusedChoice = { tagId: null, sourceId: null, entity: null };

const ANY = '';

/** Restricts the passages that are offered to a tag with those below it, to a source, and to those that name an entity. */
export function UnusedFilter({ chosen, onChange }: { chosen: UnusedChoice; onChange: (chosen: UnusedChoice) => void }) {
  const tags = useQuery('tags.list', {}).data ?? [];
  const sources = useQuery('sources.list', {}).data ?? [];
  const [isPicking, setPicking] = useState(false);
  const { entity } = chosen;
  return (
    <div className="panel-filters">
      <Select
        label={t('outline.filterTag')}
        hideLabel
        value={chosen.tagId ?? ANY}
        onChange={(tagId) => onChange({ ...chosen, tagId: tagId === ANY ? null : tagId })}
        choices={[{ id: ANY, name: t('outline.anyTag') }, ...nested(tags)]}
      />
      <Select
        label={t('outline.filterSource')}
        hideLabel
        value={chosen.sourceId ?? ANY}
        onChange={(sourceId) => onChange({ ...chosen, sourceId: sourceId === ANY ? null : sourceId })}
        choices={[{ id: ANY, name: t('outline.anySource') }, ...sources.map(({ id, title }) => ({ id, name: title }))]}
      />
      <span className="panel-filter-entity">
        <Button onPress={() => setPicking(true)}>{entity?.name ?? t('outline.anyEntity')}</Button>
        {entity && (
          <IconButton label={t('outline.anyEntity')} icon={X} onPress={() => onChange({ ...chosen, entity: null })} />
        )}
      </span>
      {isPicking && (
        <EntityPicker
          title={t('outline.filterEntity')}
          except=""
          onTake={(taken) => {
            setPicking(false);
            onChange({ ...chosen, entity: taken });
          }}
          onClose={() => setPicking(false)}
        />
      )}
    </div>
  );
}

/** The tags in the order of their tree, those below another set in. */
function nested(tags: readonly Tag[]): { id: string; name: string }[] {
  const below = Map.groupBy(tags, (tag) => tag.parentId);
  const visit = (parentId: string | null, depth: number): { id: string; name: string }[] =>
    (below.get(parentId) ?? [])
      .toSorted((a, b) => a.position - b.position)
      .flatMap((tag) => [{ id: tag.id, name: `${'\u2003'.repeat(depth)}${tag.name}` }, ...visit(tag.id, depth + 1)]);
  return visit(null, 0);
}
