import type { Colour, TypeShape } from '../../main/contract/index.ts';
import { useStore } from '../store/index.ts';
import { colourValue, typeLooks } from './type-looks.ts';
import './signs.css';

/** Path of each shape in a box of 10 × 10. */
const SHAPES: Readonly<Record<TypeShape, string>> = {
  square: 'M1 1h8v8H1z',
  diamond: 'M5 0l5 5-5 5-5-5z',
  pentagon: 'M5 .3l4.8 3.5L8 9.6H2L.2 3.8z',
  triangle: 'M5 .6L9.9 9.3H.1z',
  hexagon: 'M2.5.7h5L10 5 7.5 9.3h-5L0 5z',
  circle: 'M5 .5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9z',
  star: 'M5 .2l1.5 3.2 3.4.4-2.5 2.4.7 3.5L5 8 1.9 9.7l.7-3.5L.1 3.8l3.4-.4z',
  cross: 'M3.4.5h3.2v2.9h2.9v3.2H6.6v2.9H3.4V6.6H.5V3.4h2.9z',
  half: 'M.3 7.4a4.7 4.7 0 0 1 9.4 0z',
  drop: 'M5 .2c2.2 2.6 3.6 4.3 3.6 6a3.6 3.6 0 0 1-7.2 0c0-1.7 1.4-3.4 3.6-6z',
};

const paths: ReadonlyMap<string, string> = new Map(Object.entries(SHAPES));

/**
 * The sign of an entity's type: a shape as well as a colour; `shape` and `colour` show what it might become. In a picture it
 * stands around the point `at`.
 */
export function EntitySign(props: {
  type: string;
  shape?: string;
  colour?: string;
  size?: number;
  at?: { readonly x: number; readonly y: number };
}) {
  const { type, size = 10, at } = props;
  const look = useStore(typeLooks, (now) => now.byName.get(type));
  const path = paths.get(props.shape ?? look?.shape ?? '') ?? SHAPES.circle;
  const color = colourValue(props.colour ?? look?.colour ?? 'concept');
  return (
    <svg
      className="sign"
      viewBox="0 0 10 10"
      width={size}
      height={size}
      {...(at && { x: at.x - size / 2, y: at.y - size / 2 })}
      style={{ color }}
      aria-hidden="true"
    >
      <path d={path} />
    </svg>
  );
}

/** The dot of a tag's colour; `faint` for a tag below another. */
export function TagDot({ colour, faint = false }: { colour: Colour | string; faint?: boolean }) {
  return (
    <i className={faint ? 'tag-dot faint' : 'tag-dot'} style={{ background: `var(--${colour})` }} aria-hidden="true" />
  );
}
