import { t, typeName } from '../i18n/index.ts';
import { type Finding, go, useQuery } from '../state/index.ts';
import { Button, Select } from '../ui/index.ts';
import { FindMentions } from './find-mentions.tsx';
import { Suggestions } from './suggestions.tsx';
import './page-head.css';
import './entity-page.css';

const ALL = '';

/** Looks through the sources: for mentions of entities, or for names that are none of an entity yet. */
export function LookThrough(finding: Finding) {
  const { what, type, sourceId } = finding;
  const types = useQuery('entityTypes.list', {});
  const sources = useQuery('sources.list', {});
  const change = (part: Partial<Finding>) => go({ finding: { ...finding, ...part } });
  return (
    <div className="entity-page">
      <header className="entities-head">
        <h1 tabIndex={-1} data-landing>
          {t(what === 'mentions' ? 'entities.findMentions' : 'entities.suggest')}
        </h1>
        {what === 'mentions' && (
          <Select
            label={t('entities.type')}
            hideLabel
            value={type ?? ALL}
            onChange={(chosen) => change({ type: chosen === ALL ? null : chosen })}
            choices={[
              { id: ALL, name: t('entities.everyType') },
              ...(types.data ?? []).map(({ name }) => ({ id: name, name: typeName(name) })),
            ]}
          />
        )}
        <Select
          label={t('entities.sources')}
          hideLabel
          value={sourceId ?? ALL}
          onChange={(chosen) => change({ sourceId: chosen === ALL ? null : chosen })}
          choices={[
            { id: ALL, name: t('entities.everySource') },
            ...(sources.data ?? []).map(({ id, title }) => ({ id, name: title })),
          ]}
        />
        <Button onPress={() => change({ what: what === 'mentions' ? 'names' : 'mentions' })}>
          {t(what === 'mentions' ? 'entities.suggest' : 'entities.findMentions')}
        </Button>
        <Button onPress={() => go({ view: 'entities', entityId: null })}>{t('entities.all')}</Button>
      </header>
      {what === 'mentions' ? <FindMentions type={type} sourceId={sourceId} /> : <Suggestions sourceId={sourceId} />}
    </div>
  );
}
