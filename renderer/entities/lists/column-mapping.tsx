import { LIST_FIELDS, type ListTarget } from '../../../main/contract/index.ts';
import { t } from '../../i18n/index.ts';
import { Select } from '../../ui/index.ts';
import type { ListReport } from './use-list-import.ts';

const NOWHERE = '';

/** Where each column of a table goes: to a fact of an entity, to a field of one's own, or nowhere. */
export function ColumnMapping(props: {
  readonly columns: ListReport['columns'];
  readonly onChange: (head: string, target: ListTarget | null) => void;
}) {
  const usual = LIST_FIELDS.map((field) => ({ id: field, name: t(`listField.${field}`) }));
  return (
    <section aria-labelledby="lists-columns">
      <h3 id="lists-columns">{t('lists.columns')}</h3>
      <ul className="lists-columns">
        {props.columns.map(({ head, field }) => {
          // A column of an own field keeps its name whichever field that is.
          const own = field?.startsWith('field:') ? field : (`field:${head}` as const);
          return (
            <li key={head}>
              <bdi className="lists-head">{head || t('lists.noHead')}</bdi>
              <Select<ListTarget | typeof NOWHERE>
                hideLabel
                label={t('lists.columnTo', { head })}
                value={field ?? NOWHERE}
                onChange={(target) => props.onChange(head, target === NOWHERE ? null : target)}
                choices={[
                  { id: NOWHERE, name: t('lists.nowhere') },
                  ...usual,
                  ...(head === ''
                    ? []
                    : [{ id: own, name: t('lists.ownField', { name: own.slice('field:'.length) }) }]),
                ]}
              />
            </li>
          );
        })}
      </ul>
    </section>
  );
}
