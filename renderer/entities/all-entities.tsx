import { Import, Shapes, Share } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import {
  Cell,
  Column,
  Row,
  type SortDescriptor,
  Table,
  TableBody,
  TableHeader,
  TableLayout,
  Virtualizer,
} from 'react-aria-components';
import { datesOrder, type Entity } from '../../main/contract/index.ts';
import { currentLocale, formatDates, formatNumber, t, typeName } from '../i18n/index.ts';
import { failureSentence } from '../messages/index.ts';
import { go, openDialog, useQuery } from '../state/index.ts';
import { Button, EmptyState, EntitySign, MenuButton, Select, TextField } from '../ui/index.ts';
import { LetterIndex } from './letter-index.tsx';
import './page-head.css';
import './all-entities.css';

const ALL = '';
const LAYOUT = { rowHeight: 34, headingHeight: 30 };

/** The index of every entity: sorted in the order of the language, filtered by type and name. */
export function AllEntities() {
  const entities = useQuery('entities.list', {});
  const types = useQuery('entityTypes.list', {});
  const [type, setType] = useState(ALL);
  const [filter, setFilter] = useState('');
  const [sort, setSort] = useState<SortDescriptor>({ column: 'name', direction: 'ascending' });
  const shown = useMemo(
    () =>
      sorted(
        (entities.data ?? []).filter((entity) => fits(entity, type, filter)),
        sort,
      ),
    [entities.data, type, filter, sort],
  );

  const table = useRef<HTMLTableElement>(null);
  // Rows that are far away are not there: the keyboard goes to the row once it has come.
  const jumpTo = (at: number) => {
    const scroller = table.current;
    if (!scroller) return;
    scroller.scrollTop = at * LAYOUT.rowHeight;
    const focus = (tries: number) => {
      const row = scroller.querySelector<HTMLElement>(`[role="row"][aria-rowindex="${at + 2}"]`);
      if (row) row.focus();
      else if (tries > 0) requestAnimationFrame(() => focus(tries - 1));
    };
    requestAnimationFrame(() => focus(10));
  };

  if (entities.failure && !entities.data) return <EmptyState title={failureSentence(entities.failure)} />;
  return (
    <div className="entities-all">
      <header className="entities-head">
        <h1>{t('entities.all')}</h1>
        <TextField
          label={t('entities.filter')}
          hideLabel
          placeholder={t('entities.filter')}
          value={filter}
          onChange={setFilter}
        />
        <Select
          label={t('entities.type')}
          hideLabel
          value={type}
          onChange={setType}
          choices={[
            { id: ALL, name: t('entities.everyType') },
            ...(types.data ?? []).map(({ name }) => ({ id: name, name: typeName(name) })),
          ]}
        />
        <Button onPress={() => go({ finding: { what: 'mentions', type: type === ALL ? null : type, sourceId: null } })}>
          {t('entities.findMentions')}
        </Button>
        <Button onPress={() => go({ finding: { what: 'names', type: null, sourceId: null } })}>
          {t('entities.suggest')}
        </Button>
        <MenuButton
          label={t('entities.moreActions')}
          entries={[
            {
              id: 'import',
              label: t('command.importEntities'),
              icon: Import,
              run: () => openDialog({ kind: 'import-entities' }),
            },
            {
              id: 'export',
              label: t('command.exportEntities'),
              icon: Share,
              run: () => openDialog(type === ALL ? { kind: 'export-entities' } : { kind: 'export-entities', type }),
            },
            {
              id: 'types',
              label: t('command.entityTypes'),
              icon: Shapes,
              startsGroup: true,
              run: () => openDialog({ kind: 'entity-types' }),
            },
          ]}
        >
          <Button>{t('entities.moreActions')}</Button>
        </MenuButton>
        <Button
          look="primary"
          onPress={() => openDialog(type === ALL ? { kind: 'new-entity' } : { kind: 'new-entity', type })}
        >
          {t('entities.new')}
        </Button>
      </header>
      {entities.data?.length === 0 ? (
        <EmptyState title={t('entities.none')}>{t('entities.noneText')}</EmptyState>
      ) : (
        <div className="entities-index">
          {sort.column === 'name' && <LetterIndex entities={shown} onJump={jumpTo} />}
          <Virtualizer layout={TableLayout} layoutOptions={LAYOUT}>
            <Table
              ref={table}
              aria-label={t('entities.all')}
              className="entities-table"
              sortDescriptor={sort}
              onSortChange={setSort}
              onRowAction={(key) => go({ entityId: String(key) })}
            >
              <TableHeader>
                <Column id="name" isRowHeader allowsSorting width="3fr">
                  {t('entities.name')}
                </Column>
                <Column id="type" allowsSorting width={104}>
                  {t('entities.type')}
                </Column>
                <Column id="aliases" width="2fr">
                  {t('entities.aliases')}
                </Column>
                <Column id="dates" allowsSorting width="1fr">
                  {t('entities.dates')}
                </Column>
                <Column id="mentions" allowsSorting width={96}>
                  {t('entities.passages')}
                </Column>
                <Column id="sources" allowsSorting width={84}>
                  {t('entities.sources')}
                </Column>
              </TableHeader>
              <TableBody items={shown} renderEmptyState={() => t('ui.nothingFound')}>
                {(entity) => (
                  <Row id={entity.id} textValue={entity.name}>
                    <Cell>
                      <span className="entities-name">
                        <EntitySign type={entity.type} />
                        <bdi>{entity.name}</bdi>
                      </span>
                    </Cell>
                    <Cell>{typeName(entity.type)}</Cell>
                    <Cell>
                      <bdi>{entity.aliases.join(', ')}</bdi>
                    </Cell>
                    <Cell>{formatDates(entity.dates)}</Cell>
                    <Cell>{formatNumber(entity.mentions)}</Cell>
                    <Cell>{formatNumber(entity.sources)}</Cell>
                  </Row>
                )}
              </TableBody>
            </Table>
          </Virtualizer>
        </div>
      )}
    </div>
  );
}

function fits(entity: Entity, type: string, filter: string): boolean {
  if (type !== ALL && entity.type !== type) return false;
  const wanted = filter.trim().toLocaleLowerCase(currentLocale());
  if (wanted === '') return true;
  return [entity.name, ...entity.aliases].some((name) => name.toLocaleLowerCase(currentLocale()).includes(wanted));
}

function sorted(entities: readonly Entity[], { column, direction }: SortDescriptor): Entity[] {
  const words = new Intl.Collator(currentLocale(), { numeric: true });
  const byName = (a: Entity, b: Entity) => words.compare(a.name, b.name);
  const order: Readonly<Record<string, (a: Entity, b: Entity) => number>> = {
    name: byName,
    type: (a, b) => words.compare(typeName(a.type), typeName(b.type)) || byName(a, b),
    dates: (a, b) => datesOrder(a.dates) - datesOrder(b.dates) || byName(a, b),
    mentions: (a, b) => a.mentions - b.mentions || byName(a, b),
    sources: (a, b) => a.sources - b.sources || byName(a, b),
  };
  const ascending = [...entities].sort(order[String(column)] ?? byName);
  return direction === 'descending' ? ascending.reverse() : ascending;
}
