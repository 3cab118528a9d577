import { GridList, GridListItem } from 'react-aria-components';
import { formatAgo, t } from '../i18n/index.ts';
import { useQuery } from '../state/index.ts';

/** Notebooks opened before, and those in the folder where new ones go. */
export function RecentNotebooks({ onOpen }: { onOpen: (path: string) => void }) {
  const { data } = useQuery('notebook.recent', {});
  if (!data || data.notebooks.length === 0) return null;
  return (
    <section className="recent">
      <h2 className="section-title">{t('start.recent')}</h2>
      <GridList
        aria-label={t('start.recent')}
        className="recent-list"
        items={data.notebooks.map((notebook) => ({ ...notebook, id: notebook.path }))}
        disabledKeys={data.notebooks.filter(({ exists }) => !exists).map(({ path }) => path)}
        selectionMode="none"
        onAction={(key) => onOpen(String(key))}
      >
        {(notebook) => (
          <GridListItem id={notebook.id} textValue={notebook.name} className="recent-row">
            <span className="recent-name" dir="auto">
              {notebook.name}
            </span>
            <span className="recent-path" title={notebook.path}>
              {notebook.path}
            </span>
            <span className="recent-when">{notebook.exists ? formatAgo(notebook.openedAt) : t('start.gone')}</span>
          </GridListItem>
        )}
      </GridList>
    </section>
  );
}
