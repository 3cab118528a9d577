import { useState } from 'react';
import { ENTITY_TYPES, type Entity, type Identifier } from '../../main/contract/index.ts';
import { t } from '../i18n/index.ts';
import { useDeed } from '../messages/index.ts';
import { useQuery } from '../state/index.ts';
import { Button, Dialog, Select, TextField } from '../ui/index.ts';
import { typeName } from './entity-types.ts';

export interface EntityDialogProps {
  /** The entity to change; a new one where left out. */
  readonly entity?: Entity;
  readonly onClose: () => void;
  readonly onSaved?: (entity: Entity) => void;
}

/** The form of an entity's facts. Aliases stand one a line, identifiers as `kind: value`, one a line. */
export function EntityDialog({ entity, onClose, onSaved }: EntityDialogProps) {
  const act = useDeed();
  const types = useQuery('entities.types', {});
  const [type, setType] = useState(entity?.type ?? 'person');
  const [name, setName] = useState(entity?.name ?? '');
  const [aliases, setAliases] = useState(entity?.aliases.join('\n') ?? '');
  const [dates, setDates] = useState(entity?.dates ?? '');
  const [identifiers, setIdentifiers] = useState(writeIdentifiers(entity?.identifiers ?? []));
  const [description, setDescription] = useState(entity?.description ?? '');
  const [tried, setTried] = useState(false);
  const parsed = readIdentifiers(identifiers);

  const save = async () => {
    setTried(true);
    if (name.trim() === '' || parsed === null) return;
    const facts = { type, name, aliases: linesOf(aliases), dates, description, identifiers: parsed };
    const saved = entity
      ? await act('entities.update', { id: entity.id, ...facts })
      : await act('entities.create', facts);
    if (!saved) return;
    onClose();
    onSaved?.(saved);
  };

  const title = entity ? t('entities.edit') : t('entities.new');
  return (
    <Dialog
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button look="primary" onPress={() => void save()}>
            {t('entities.save')}
          </Button>
        </>
      }
    >
      <form
        className="entity-form"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <TextField
          label={t('entities.name')}
          value={name}
          onChange={setName}
          autoFocus
          error={tried && name.trim() === '' ? t('entities.nameMissing') : undefined}
        />
        <Select
          label={t('entities.type')}
          value={type}
          onChange={setType}
          choices={(types.data?.map((each) => each.name) ?? [...ENTITY_TYPES]).map((id) => ({
            id,
            name: typeName(id),
          }))}
        />
        <TextField
          label={t('entities.aliases')}
          description={t('entities.aliasesHelp')}
          value={aliases}
          onChange={setAliases}
          lines={3}
        />
        <TextField
          label={t('entities.dates')}
          description={t('entities.datesHelp')}
          value={dates}
          onChange={setDates}
        />
        <TextField
          label={t('entities.identifiers')}
          description={t('entities.identifiersHelp')}
          value={identifiers}
          onChange={setIdentifiers}
          lines={2}
          error={tried && parsed === null ? t('entities.identifiersWrong') : undefined}
        />
        <TextField label={t('entities.description')} value={description} onChange={setDescription} lines={4} />
        {/* Enter in a one-line field saves; a form needs a submit button for that. */}
        <button type="submit" hidden />
      </form>
    </Dialog>
  );
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function writeIdentifiers(identifiers: readonly Identifier[]): string {
  return identifiers.map(({ kind, value }) => `${kind}: ${value}`).join('\n');
}

/** Reads `kind: value` lines; null where one is not of that form. */
function readIdentifiers(text: string): Identifier[] | null {
  const found: Identifier[] = [];
  for (const line of linesOf(text)) {
    const [, kind, value] = /^([^:]+):\s*(.+)$/.exec(line) ?? [];
    if (kind === undefined || value === undefined) return null;
    found.push({ kind: kind.trim(), value: value.trim() });
  }
  return found;
}
