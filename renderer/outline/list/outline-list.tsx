import { useClient } from '../../client/index.ts';
import { formatAgo, t } from '../../i18n/index.ts';
import { failureSentence } from '../../messages/index.ts';
import { go, notebook, openDialog, useQuery, useStore } from '../../state/index.ts';
import { Button, EmptyState } from '../../ui/index.ts';
import { newOutline } from '../new-outline.ts';
import './outline-list.css';

/** Every outline of the notebook: what the view shows while none is chosen. */
export function OutlineList() {
  const client = useClient();
  const isReadOnly = useStore(notebook, (now) => now.status?.readOnly ?? false);
  const { data, failure } = useQuery('outlines.list', {});
  const create = (
    <>
      <Button isDisabled={isReadOnly} onPress={() => openDialog({ kind: 'import-outline' })}>
        {t('outline.import')}
      </Button>
      <Button look="primary" isDisabled={isReadOnly} onPress={() => void newOutline(client)}>
        {t('outline.new')}
      </Button>
    </>
  );
  if (failure) return <EmptyState title={t('outline.cannotList')}>{failureSentence(failure)}</EmptyState>;
  if (!data) return null;
  if (data.length === 0) {
    return (
      <EmptyState title={t('outline.none')} actions={create}>
        {t('outline.noneText')}
      </EmptyState>
    );
  }
  return (
    <div className="outline-list">
      <header>
        <h1>{t('outline.heading')}</h1>
        <span className="outline-list-actions">{create}</span>
      </header>
      <ul aria-label={t('outline.all')}>
        {data.map(({ id, title, items, quotations, words, updatedAt }) => (
          <li key={id}>
            <button type="button" className="outline-card" onClick={() => go({ view: 'outline', outlineId: id })}>
              <strong dir="auto">{title}</strong>
              <small>{t('outline.facts', { items, quotations, words, when: formatAgo(updatedAt) })}</small>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
