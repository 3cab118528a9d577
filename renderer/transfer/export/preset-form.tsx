import { useState } from 'react';
import { useClient } from '../../client/index.ts';
import { t } from '../../i18n/index.ts';
import { tellFailure } from '../../messages/index.ts';
import { failureOf } from '../../state/index.ts';
import { Button, Select, TextField } from '../../ui/index.ts';
import { type ExportPreset, removePreset, savePreset, useExportPresets } from './presets.ts';

/** Takes up a preset, or keeps the present choices under a name. */
export function PresetForm({
  present,
  onTake,
}: {
  present: Omit<ExportPreset, 'name'>;
  onTake: (preset: ExportPreset) => void;
}) {
  const client = useClient();
  const presets = useExportPresets();
  const [taken, setTaken] = useState('');
  const [name, setName] = useState('');
  const keep = (deed: Promise<unknown>) => deed.catch((error: unknown) => tellFailure(failureOf(error)));
  const given = name.trim();
  return (
    <div className="form two">
      {presets.length > 0 && (
        <Select
          label={t('export.preset')}
          choices={[
            { id: '', name: t('export.preset.none') },
            ...presets.map((preset) => ({ id: preset.name, name: preset.name })),
          ]}
          value={presets.some((preset) => preset.name === taken) ? taken : ''}
          onChange={(wanted) => {
            setTaken(wanted);
            const preset = presets.find((each) => each.name === wanted);
            if (preset) onTake(preset);
          }}
        />
      )}
      {presets.some((preset) => preset.name === taken) && (
        <Button onPress={() => void keep(removePreset(client, presets, taken))}>{t('export.preset.remove')}</Button>
      )}
      <TextField label={t('export.preset.name')} value={name} onChange={setName} />
      <Button
        isDisabled={given === ''}
        onPress={() => {
          void keep(savePreset(client, presets, { ...present, name: given }));
          setTaken(given);
          setName('');
        }}
      >
        {t('export.preset.save')}
      </Button>
    </div>
  );
}
