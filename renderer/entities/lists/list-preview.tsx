import { t, typeName } from '../../i18n/index.ts';
import { EntitySign } from '../../ui/index.ts';
import type { ListReport } from './use-list-import.ts';

const MOST = 8;

/** The first rows that would go in, and what each would do. */
export function ListPreview({ rows, count }: { rows: ListReport['preview']; count: number }) {
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby="lists-preview">
      <h3 id="lists-preview">{t('lists.preview', { shown: Math.min(MOST, rows.length), count })}</h3>
      <table className="lists-table">
        <thead>
          <tr>
            <th scope="col">{t('lists.row')}</th>
            <th scope="col">{t('entities.name')}</th>
            <th scope="col">{t('entities.type')}</th>
            <th scope="col">{t('lists.becomes')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, MOST).map(({ row, name, type, updates }) => (
            <tr key={row}>
              <td>{row}</td>
              <td>
                <bdi>{name}</bdi>
              </td>
              <td>
                <EntitySign type={type} /> {typeName(type)}
              </td>
              <td>{t(updates ? 'lists.changes' : 'lists.makes')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
