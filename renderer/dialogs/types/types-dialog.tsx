import { Pencil, Trash2 } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { type EntityType, isBuiltInType } from '../../../main/contract/index.ts';
import { t, typeName } from '../../i18n/index.ts';
import { useQuery } from '../../state/index.ts';
import { Button, Dialog, EntitySign, IconButton } from '../../ui/index.ts';
import { DeleteTypeDialog } from './delete-type-dialog.tsx';
import { TypeDialog } from './type-dialog.tsx';
import './types.css';

type Opened = { readonly what: 'make' } | { readonly what: 'edit' | 'delete'; readonly type: EntityType };

/** The types of entities, to add to, change and delete; `edit` names one to begin with. */
export function EntityTypesDialog({ edit, onClose }: { edit?: string | undefined; onClose: () => void }) {
  const types = useQuery('entityTypes.list', {}).data ?? [];
  const [asked, setAsked] = useState(edit);
  const [opened, setOpened] = useState<Opened | null>(null);
  const list = useRef<HTMLUListElement>(null);
  const first = types.find((type) => type.name === asked);
  const close = () => setOpened(null);
  // Once this dialog is there: one that comes with it would be shut off by it.
  useEffect(() => {
    if (!first) return;
    setAsked(undefined);
    setOpened({ what: 'edit', type: first });
  }, [first]);
  // The row that had the keyboard is gone: the one in its place takes it.
  const afterDeletion = ({ name }: EntityType) => {
    const at = types.findIndex((type) => type.name === name);
    const next = types[at + 1] ?? types[at - 1];
    close();
    if (next) list.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(next.name)}"] button`)?.focus();
  };
  return (
    <Dialog
      title={t('types.title')}
      onClose={onClose}
      actions={
        <>
          <Button onPress={() => setOpened({ what: 'make' })}>{t('types.add')}</Button>
          <Button look="primary" onPress={onClose}>
            {t('ui.close')}
          </Button>
        </>
      }
    >
      <p className="entity-quiet">{t('types.intro')}</p>
      <ul className="types" aria-label={t('types.title')} ref={list}>
        {types.map((type) => (
          <li key={type.name} data-row={type.name}>
            <EntitySign {...{ type: type.name, shape: type.shape, colour: type.colour }} size={13} />
            <span className="types-name">
              <bdi>{typeName(type.name)}</bdi>
              {type.fields.length > 0 && (
                <span className="entity-quiet">
                  <bdi>{type.fields.join(', ')}</bdi>
                </span>
              )}
            </span>
            <span className="entity-quiet">{t('types.entities', { count: type.entities })}</span>
            <IconButton
              icon={Pencil}
              label={t('types.edit', { name: typeName(type.name) })}
              onPress={() => setOpened({ what: 'edit', type })}
            />
            {!isBuiltInType(type.name) && (
              <IconButton
                icon={Trash2}
                label={t('types.delete', { name: type.name })}
                onPress={() => setOpened({ what: 'delete', type })}
              />
            )}
          </li>
        ))}
      </ul>
      {opened?.what === 'make' && <TypeDialog onClose={close} />}
      {opened?.what === 'edit' && <TypeDialog type={opened.type} onClose={close} />}
      {opened?.what === 'delete' && (
        <DeleteTypeDialog
          type={opened.type}
          types={types}
          onClose={close}
          onDeleted={() => afterDeletion(opened.type)}
        />
      )}
    </Dialog>
  );
}
