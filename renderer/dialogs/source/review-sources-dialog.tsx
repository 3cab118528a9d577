import { useState } from 'react';
import { t } from '../../i18n/index.ts';
import { Button } from '../../ui/index.ts';
import { EditSourceDialog } from './edit-source-dialog.tsx';

/** Goes through sources that have just come in, and what their files said of themselves: Enter keeps and goes to the next. */
export function ReviewSourcesDialog({ ids, onClose }: { ids: readonly string[]; onClose: () => void }) {
  const [at, setAt] = useState(0);
  const id = ids[at];
  if (id === undefined) return null;
  const isLast = at === ids.length - 1;
  const next = () => (isLast ? onClose() : setAt(at + 1));
  return (
    <EditSourceDialog
      key={id}
      id={id}
      title={ids.length === 1 ? t('source.edit') : t('source.review', { at: at + 1, of: ids.length })}
      submitLabel={isLast ? t('ui.save') : t('source.saveAndNext')}
      onDone={next}
      onClose={onClose}
      more={
        <>
          {at > 0 && <Button onPress={() => setAt(at - 1)}>{t('source.previous')}</Button>}
          {!isLast && <Button onPress={next}>{t('source.skip')}</Button>}
        </>
      }
    />
  );
}
