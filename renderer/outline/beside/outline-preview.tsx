import { useState } from 'react';
import type { ExportChoices, ExportSubject } from '../../../main/contract/index.ts';
import { currentLanguage, t } from '../../i18n/index.ts';
import { openDialog } from '../../state/index.ts';
import { ExportChoicesForm, SummaryPreview, useCitationStyle } from '../../transfer/index.ts';
import { Button, ToggleButton } from '../../ui/index.ts';
import { useOutline } from '../model/models.ts';
import type { OutlineModel } from '../model/outline-model.ts';
import { useZoom } from '../model/zoom.ts';

/** The summary of the outline, or of the branch that is shown, as it becomes while the outline is arranged. */
export function OutlinePreview({ model }: { model: OutlineModel }) {
  const branch = useZoom(model);
  const isNumbered = useOutline(model, (state) => state.isNumbered);
  const inForce = useCitationStyle();
  const [chosen, setChosen] = useState<ExportChoices>({});
  const [isChoosing, setChoosing] = useState(false);
  const choices = { ...inForce, numbered: isNumbered, ...chosen };
  const subject: ExportSubject = { kind: 'outline', id: model.id, ...(branch === null ? {} : { branch }) };
  return (
    <>
      <div className="beside-actions">
        <ToggleButton isSelected={isChoosing} onChange={setChoosing}>
          {t('outline.beside.options')}
        </ToggleButton>
        <Button onPress={() => openDialog({ kind: 'export', subject, choices })}>{t('outline.export')}</Button>
      </div>
      {isChoosing && <ExportChoicesForm kind="outline" choices={choices} onChange={setChosen} />}
      <SummaryPreview subject={subject} language={currentLanguage()} choices={choices} />
    </>
  );
}
