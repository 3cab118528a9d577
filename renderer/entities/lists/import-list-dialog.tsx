import { useEffect, useRef, useState } from 'react';
import { FileTrigger } from 'react-aria-components';
import type { ListTarget } from '../../../main/contract/index.ts';
import { t, typeName } from '../../i18n/index.ts';
import { failureSentence } from '../../messages/index.ts';
import { useQuery } from '../../state/index.ts';
import { Button, Dialog, Progress, Select } from '../../ui/index.ts';
import { ColumnMapping } from './column-mapping.tsx';
import { ListFaults } from './list-faults.tsx';
import { ListPreview } from './list-preview.tsx';
import { type ListReport, useListImport } from './use-list-import.ts';
import './lists.css';

/** Takes entities in from a table or JSON: tried first, columns put where they belong, then done, with a report of every row. */
export function ImportListDialog({ onClose }: { onClose: () => void }) {
  const list = useListImport();
  const types = useQuery('entityTypes.list', {}).data ?? [];
  const [columns, setColumns] = useState<Record<string, ListTarget | null>>({});
  const [type, setType] = useState('person');
  const { file, trial, report, progress } = list;
  const wishes = { columns, type };
  const rows = trial ? trial.created + trial.updated : 0;
  const body = useRef<HTMLDivElement>(null);
  const stage = report ? 'done' : progress ? 'going' : 'asking';
  // The button that was pressed is gone: the keyboard stays in the dialog, at what has come in its place.
  useEffect(() => {
    const isLost = !body.current?.closest('[role="dialog"]')?.contains(document.activeElement);
    if (stage !== 'asking' || isLost) body.current?.focus();
  }, [stage]);
  const again = (part: Partial<typeof wishes>) => file && list.try(file, { ...wishes, ...part });
  const chooser = (
    <FileTrigger
      acceptedFileTypes={['.csv', '.tsv', '.txt', '.json']}
      onSelect={(files) => {
        const chosen = files?.[0];
        if (!chosen) return;
        setColumns({});
        list.try(chosen, { type });
      }}
    >
      <Button look={file ? 'plain' : 'primary'} isDisabled={progress !== null}>
        {t(file ? 'lists.other' : 'lists.choose')}
      </Button>
    </FileTrigger>
  );
  return (
    <Dialog
      title={t('lists.import')}
      size="large"
      onClose={onClose}
      actions={
        report ? (
          <Button look="primary" onPress={onClose}>
            {t('ui.close')}
          </Button>
        ) : (
          <>
            <Button onPress={onClose}>{t('ui.cancel')}</Button>
            {chooser}
            {file && (
              <Button
                look="primary"
                isDisabled={rows === 0 || list.isTrying || progress !== null}
                onPress={() => list.run(file, wishes)}
              >
                {t('lists.take', { count: rows })}
              </Button>
            )}
          </>
        )
      }
    >
      <div className="lists" aria-busy={list.isTrying} ref={body} tabIndex={-1}>
        {!file && <p>{t('lists.intro')}</p>}
        {list.failure && (
          <p role="alert" className="form-failure">
            {failureSentence(list.failure)}
          </p>
        )}
        {list.isCancelled && <p role="status">{t('lists.cancelled')}</p>}
        {file && !trial && list.isTrying && <Progress label={t('lists.reading')} done={0} total={0} item={file.name} />}
        {progress && (
          <Progress
            label={t('lists.importing')}
            done={progress.done}
            total={progress.total}
            item={file?.name ?? ''}
            onCancel={list.stop}
          />
        )}
        {report && <Summary report={report} isDone />}
        {!report && trial && !progress && (
          <>
            <Summary report={trial} isDone={false} />
            {trial.columns.length > 0 && (
              <ColumnMapping
                columns={trial.columns}
                onChange={(head, target) => {
                  const changed = { ...columns, [head]: target };
                  setColumns(changed);
                  again({ columns: changed });
                }}
              />
            )}
            <Select
              label={t('lists.type')}
              value={type}
              onChange={(chosen) => {
                setType(chosen);
                again({ type: chosen });
              }}
              choices={types.map(({ name }) => ({ id: name, name: typeName(name) }))}
            />
            <ListFaults report={trial} />
            <ListPreview rows={trial.preview} count={rows} />
          </>
        )}
        {report && <ListFaults report={report} />}
      </div>
    </Dialog>
  );
}

function Summary({ report: { created, updated, faulty }, isDone }: { report: ListReport; isDone: boolean }) {
  return (
    <p role="status" className="lists-summary">
      {t(isDone ? 'lists.done' : 'lists.would', { created, updated, faulty })}
    </p>
  );
}
