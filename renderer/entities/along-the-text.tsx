import { useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { formatLocator, type SourceMentions } from '../../main/contract/index.ts';
import { t } from '../i18n/index.ts';
import { arrive, useQuery } from '../state/index.ts';
import { Button, Card, Toolbar } from '../ui/index.ts';
import { densest } from './densest.ts';
import './along-the-text.css';

const PARTS = 12;
const FIRST = 5;
const STEP = 50;

/** How densely an entity is mentioned along each source: a bar for each twelfth of the text, which leads there. */
export function AlongTheText({ id, type }: { id: string; type: string }) {
  const sources = useQuery('entities.along', { id, parts: PARTS }).data ?? [];
  const [shown, setShown] = useState(FIRST);
  if (sources.length === 0) return null;
  const left = sources.length - shown;
  return (
    <Card label={t('entities.along')}>
      <h3>{t('entities.along')}</h3>
      {sources.slice(0, shown).map((source) => (
        <Bars key={source.sourceId} source={source} type={type} />
      ))}
      {left > 0 && (
        <Button look="quiet" onPress={() => setShown(shown + STEP)}>
          {t('entities.alongMore', { count: left })}
        </Button>
      )}
    </Card>
  );
}

/** One source: a single stop of the Tab key, arrows go from bar to bar. */
function Bars({ source, type }: { source: SourceMentions; type: string }) {
  const { sourceId, title, mentions, parts } = source;
  const most = Math.max(...parts.map(({ count }) => count));
  const dense = densest(parts);
  const said = { source: title, count: mentions };
  const caption = dense
    ? t('entities.alongDensest', { ...said, place: formatLocator(dense) })
    : t('entities.alongCaption', said);
  return (
    <figure className="along" data-type={type}>
      <Toolbar label={caption} className="along-bars">
        {parts.map(({ part, count, start, end }) => (
          <AriaButton
            key={part}
            className="along-bar"
            aria-label={t('entities.alongPart', { part: part + 1, parts: PARTS, count })}
            style={{ gridColumn: part + 1 }}
            onPress={() => arrive({ view: 'read', sourceId, passage: { start, end } })}
          >
            <i style={{ blockSize: `${(count / most) * 100}%` }} />
          </AriaButton>
        ))}
      </Toolbar>
      <figcaption aria-hidden="true">{caption}</figcaption>
    </figure>
  );
}
