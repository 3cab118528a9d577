import { useState } from 'react';
import type { Entity } from '../../main/contract/index.ts';
import { t } from '../i18n/index.ts';
import { useQuery } from '../state/index.ts';
import { Button, Card } from '../ui/index.ts';
import { MergeDialog } from './merge-dialog.tsx';

const MOST_PROPOSED = 3;

/** Entities that may be this one, each with the way to compare and merge them. */
export function PossibleDuplicates({ entity }: { entity: Entity }) {
  const { id } = entity;
  const proposed = useQuery('entities.duplicates', { id, limit: MOST_PROPOSED }).data ?? [];
  const [other, setOther] = useState<string | null>(null);
  return proposed.map(({ reason, entities }) => {
    const duplicate = entities.find((each) => each.id !== id);
    return (
      duplicate && (
        <Card key={duplicate.id} label={t('entities.duplicate')}>
          <h3>{t('entities.duplicate')}</h3>
          <p>{t(`entities.duplicateOf.${reason}`, { name: duplicate.name })}</p>
          <Button onPress={() => setOther(duplicate.id)}>{t('entities.compare')}</Button>
          {other === duplicate.id && <Compare entity={entity} otherId={other} onClose={() => setOther(null)} />}
        </Card>
      )
    );
  });
}

function Compare({ entity, otherId, onClose }: { entity: Entity; otherId: string; onClose: () => void }) {
  const other = useQuery('entities.get', { id: otherId }).data;
  return other ? <MergeDialog entity={entity} into={other} onClose={onClose} /> : null;
}
