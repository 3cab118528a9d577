import { t } from '../../i18n/index.ts';
import { useQuery } from '../../state/index.ts';
import { EntitySign, TagDot } from '../../ui/index.ts';
import type { Previewed } from './previewed.ts';

/** What is worth knowing of a thing before one goes there. */
export function PreviewContent({ of: { kind, id } }: { of: Previewed }) {
  switch (kind) {
    case 'entity':
      return <EntityPreview id={id} />;
    case 'note':
      return <NotePreviewed id={id} />;
    case 'highlight':
      return <HighlightPreview id={id} />;
  }
}

function EntityPreview({ id }: { id: string }) {
  const { data, failure } = useQuery('entities.get', { id });
  if (failure) return <p>{t('notes.preview.gone')}</p>;
  if (!data) return null;
  const { type, name, aliases, dates, description, mentions } = data;
  return (
    <>
      <p className="preview-name">
        <EntitySign type={type} />
        <strong dir="auto">{name}</strong>
      </p>
      {aliases.length > 0 && <p dir="auto">{aliases.slice(0, 5).join(', ')}</p>}
      {dates && <p dir="auto">{dates}</p>}
      {description && (
        <p className="preview-words" dir="auto">
          {description}
        </p>
      )}
      <p className="preview-facts">{t('notes.preview.passages', { passages: mentions })}</p>
    </>
  );
}

function NotePreviewed({ id }: { id: string }) {
  const { data, failure } = useQuery('notes.get', { id });
  if (failure) return <p>{t('notes.preview.gone')}</p>;
  if (!data) return null;
  return (
    <>
      <p className="preview-name">
        <strong dir="auto">{data.title || t('notes.untitled')}</strong>
      </p>
      {data.excerpt && (
        <p className="preview-words" dir="auto">
          {data.excerpt}
        </p>
      )}
      <p className="preview-facts">{t('notes.words', { words: data.words })}</p>
    </>
  );
}

function HighlightPreview({ id }: { id: string }) {
  const { data, failure } = useQuery('highlights.get', { id });
  if (failure) return <p>{t('notes.quotation.gone')}</p>;
  if (!data) return null;
  const { colour, sourceTitle, locator, tags, entities, comment } = data;
  return (
    <>
      <p className="preview-name">
        <TagDot colour={colour} />
        <strong dir="auto">{`${sourceTitle}, ${locator}`}</strong>
      </p>
      {comment && (
        <p className="preview-words" dir="auto">
          {comment}
        </p>
      )}
      {tags.length > 0 && <p dir="auto">{t('notes.preview.tags', { tags: tags.join(', ') })}</p>}
      {entities.length > 0 && <p dir="auto">{t('notes.preview.entities', { entities: entities.join(', ') })}</p>}
    </>
  );
}
