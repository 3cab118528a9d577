import type { Colour } from '../../main/contract/index.ts';
import './signs.css';

/** Path of each shape in a box of 10 × 10. */
const SHAPES: Readonly<Record<string, string>> = {
  square: 'M1 1h8v8H1z',
  diamond: 'M5 0l5 5-5 5-5-5z',
  pentagon: 'M5 .3l4.8 3.5L8 9.6H2L.2 3.8z',
  triangle: 'M5 .6L9.9 9.3H.1z',
  hexagon: 'M2.5.7h5L10 5 7.5 9.3h-5L0 5z',
  circle: 'M5 .5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9z',
};

const TYPE_SHAPES: Readonly<Record<string, string>> = {
  person: 'square',
  place: 'diamond',
  organisation: 'pentagon',
  event: 'triangle',
  work: 'hexagon',
  concept: 'circle',
};

/** The sign of an entity's type: a shape as well as a colour. `colour` is a role of the tokens or a CSS colour. */
export function EntitySign({
  type,
  shape,
  colour,
  size = 10,
}: {
  type: string;
  shape?: string;
  colour?: string;
  size?: number;
}) {
  const drawn = SHAPES[shape ?? TYPE_SHAPES[type] ?? 'circle'] ?? SHAPES['circle'];
  const known = colour ?? (type in TYPE_SHAPES ? type : 'concept');
  const fill = known.startsWith('#') ? known : `var(--${known})`;
  return (
    <svg className="sign" viewBox="0 0 10 10" width={size} height={size} style={{ color: fill }} aria-hidden="true">
      <path d={drawn} />
    </svg>
  );
}

/** The dot of a tag's colour; `faint` for a tag below another. */
export function TagDot({ colour, faint = false }: { colour: Colour | string; faint?: boolean }) {
  return (
    <i className={faint ? 'tag-dot faint' : 'tag-dot'} style={{ background: `var(--${colour})` }} aria-hidden="true" />
  );
}
