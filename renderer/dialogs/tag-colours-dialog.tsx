import { useState } from 'react';
import type { Colour } from '../../main/contract/index.ts';
import { useClient } from '../client/index.ts';
import { FormDialog } from '../forms/index.ts';
import { t } from '../i18n/index.ts';
import { failureSentence, tell } from '../messages/index.ts';
import { doDeed, useQuery } from '../state/index.ts';
import { TextField } from '../ui/index.ts';

export interface TagColoursDialogProps {
  readonly sourceIds: readonly string[];
  readonly onClose: () => void;
}

/** Says as tags what the colours meant in which documents came marked. */
export function TagColoursDialog({ sourceIds, onClose }: TagColoursDialogProps) {
  const client = useClient();
  const { data, failure } = useQuery('highlights.colours', { sourceIds: [...sourceIds] });
  const [names, setNames] = useState<Partial<Record<Colour, string>>>({});
  const tags = Object.entries(names).flatMap(([colour, name]) =>
    name.trim() === '' ? [] : [{ colour: colour as Colour, tag: name.trim() }],
  );
  const submit = async () => {
    const { tagged } = await doDeed(client, 'highlights.tagByColour', { sourceIds: [...sourceIds], tags });
    tell({ tone: 'status', key: 'tagColours.done', values: { count: tagged } });
  };
  return (
    <FormDialog
      title={t('tagColours.title')}
      submitLabel={t('tagColours.take')}
      ready={tags.length > 0}
      onSubmit={submit}
      onClose={onClose}
    >
      <p>{t(data?.length === 0 ? 'tagColours.none' : 'tagColours.help')}</p>
      {failure && <p role="alert">{failureSentence(failure)}</p>}
      {data?.map(({ colour, count }, index) => (
        <div key={colour} className="tag-colour" style={{ borderInlineStartColor: `var(--${colour})` }}>
          <TextField
            label={t('tagColours.of', { count, colour: t(`colour.${colour}`) })}
            value={names[colour] ?? ''}
            onChange={(name) => setNames({ ...names, [colour]: name })}
            autoFocus={index === 0}
          />
        </div>
      ))}
    </FormDialog>
  );
}
