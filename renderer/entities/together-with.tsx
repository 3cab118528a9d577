import { useState } from 'react';
import type { Entity, Output } from '../../main/contract/index.ts';
import { t } from '../i18n/index.ts';
import { go, useSteadyQuery } from '../state/index.ts';
import { Button, EmptyState, EntitySign } from '../ui/index.ts';
import './together-with.css';

type Companion = Output<'entities.together'>[number];

const DRAWN = 8;
const FIRST = 12;
const STEP = 50;
const WIDTH = 300;
const HEIGHT = 230;
const RADIUS = 80;

/** The entities named in the same paragraphs: a small picture, and the same as a list that can be opened. */
export function TogetherWith({ entity: { id, name, type } }: { entity: Entity }) {
  const [shown, setShown] = useState(FIRST);
  // One more than is shown says whether there are more: of thousands all would be slow to hand over.
  const companions = useSteadyQuery('entities.together', { id, limit: shown + 1 });
  if (companions.data?.length === 0) {
    return <EmptyState title={t('entities.alone')}>{t('entities.aloneText')}</EmptyState>;
  }
  const all = companions.data ?? [];
  return (
    <>
      <Picture name={name} type={type} companions={all.slice(0, DRAWN)} />
      <ul className="together" aria-label={t('entities.together')}>
        {all.slice(0, shown).map((companion) => (
          <li key={companion.entityId}>
            <EntitySign type={companion.type} />
            <Button look="quiet" onPress={() => go({ view: 'entities', entityId: companion.entityId })}>
              <bdi>{companion.name}</bdi>
            </Button>
            <span className="entity-quiet">{t('entities.paragraphs', { count: companion.blocks })}</span>
          </li>
        ))}
      </ul>
      {all.length > shown && (
        <Button look="quiet" onPress={() => setShown(shown + STEP)}>
          {t('entities.showMore')}
        </Button>
      )}
    </>
  );
}

/** The entity in the middle, its companions around it, each by the sign of its type; a thicker line means more paragraphs in common. */
function Picture({ name, type, companions }: { name: string; type: string; companions: readonly Companion[] }) {
  const most = Math.max(1, ...companions.map((companion) => companion.blocks));
  const placed = companions.map((companion, at) => {
    const angle = (-5 * Math.PI) / 6 + (at * 2 * Math.PI) / companions.length;
    return { companion, x: WIDTH / 2 + RADIUS * 1.25 * Math.cos(angle), y: HEIGHT / 2 + RADIUS * Math.sin(angle) };
  });
  return (
    <svg className="together-picture" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
      {placed.map(({ companion, x, y }) => (
        <line
          key={companion.entityId}
          x1={WIDTH / 2}
          y1={HEIGHT / 2}
          x2={x}
          y2={y}
          strokeWidth={1 + (4 * companion.blocks) / most}
        />
      ))}
      {placed.map(({ companion, x, y }) => (
        <g key={companion.entityId}>
          <EntitySign type={companion.type} size={12 + (12 * companion.blocks) / most} at={{ x, y }} />
          <text x={x} y={y + (y < HEIGHT / 2 ? -16 : 24)}>
            {shortened(companion.name)}
          </text>
        </g>
      ))}
      <g>
        <EntitySign type={type} size={26} at={{ x: WIDTH / 2, y: HEIGHT / 2 }} />
        <text x={WIDTH / 2} y={HEIGHT / 2 + 28}>
          {shortened(name)}
        </text>
      </g>
    </svg>
  );
}

function shortened(name: string): string {
  return name.length > 18 ? `${name.slice(0, 17)}…` : name;
}
