import { Fragment } from 'react';
import { type Entity, type EntityName, valueOfField } from '../../main/contract/index.ts';
import { formatDates, languageName, t } from '../i18n/index.ts';
import { Chip } from '../ui/index.ts';
import { EntityDescription } from './entity-description.tsx';
import { nameKind } from './entity-types.ts';
import { IdentifierChips } from './identifier-chips.tsx';
import { useFieldsOf } from './own-fields.tsx';
import { EntityRelations } from './relations.tsx';

/** What is known of an entity: names, dates, identifiers, place, description, relations. */
export function EntityFacts({ entity }: { entity: Entity }) {
  const { id, type, name, names, dates, identifiers, coordinates, fields, description } = entity;
  const own = useFieldsOf(type, fields).filter((field) => valueOfField(fields, field) !== '');
  return (
    <dl className="entity-facts">
      <dt>{t('entities.names')}</dt>
      <dd className="entity-chips">
        <Chip>
          <bdi>{name}</bdi>
        </Chip>
        {names.map((other) => (
          <Chip key={other.name}>
            <bdi {...(other.language ? { lang: other.language } : {})}>{other.name}</bdi>
            {aboutName(other) !== '' && <span className="entity-quiet"> {aboutName(other)}</span>}
          </Chip>
        ))}
      </dd>
      {dates !== '' && (
        <>
          <dt>{t('entities.dates')}</dt>
          <dd>{formatDates(dates)}</dd>
        </>
      )}
      {identifiers.length > 0 && (
        <>
          <dt>{t('entities.identifiers')}</dt>
          <dd className="entity-chips">
            <IdentifierChips identifiers={identifiers} />
          </dd>
        </>
      )}
      {coordinates && (
        <>
          <dt>{t('entities.coordinates')}</dt>
          <dd>
            {t('entities.coordinatesRead', {
              latitude: Math.abs(coordinates.latitude),
              longitude: Math.abs(coordinates.longitude),
              north: coordinates.latitude < 0 ? 'no' : 'yes',
              east: coordinates.longitude < 0 ? 'no' : 'yes',
            })}
          </dd>
        </>
      )}
      {own.map((field) => (
        <Fragment key={field}>
          <dt dir="auto">{field}</dt>
          <dd dir="auto" className="entity-description">
            {valueOfField(fields, field)}
          </dd>
        </Fragment>
      ))}
      {description !== '' && (
        <>
          <dt>{t('entities.description')}</dt>
          <dd>
            <EntityDescription entity={entity} />
          </dd>
        </>
      )}
      <dt>{t('entities.relations')}</dt>
      <dd>
        <EntityRelations id={id} name={name} />
      </dd>
    </dl>
  );
}

/** The language and kind of a name: “Russian, pseudonym”. */
function aboutName({ language, kind }: EntityName): string {
  const spoken = language === '' ? '' : languageName(language);
  return [spoken, kind === '' ? '' : nameKind(kind)].filter((part) => part).join(', ');
}
