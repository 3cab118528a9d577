import type { Colour } from '../../../db/model/index.ts';
import type { Composer, Place } from './composer.ts';

/** Follows the background colours of a document's text and makes a highlight of every stretch of one colour in a block. */
export interface Highlighting {
  /** Says which colour the text that comes next has: `#rrggbb`, or nothing. */
  colour(hex: string | undefined): void;
  /** A block ends, and with it the stretch. */
  end(): void;
  /** How many highlights there are so far. */
  count(): number;
}

export function followColours(composer: Composer): Highlighting {
  let running: { readonly hex: string; readonly start: Place } | undefined;
  let count = 0;

  function end(): void {
    if (running === undefined) return;
    const { hex, start } = running;
    running = undefined;
    count++;
    composer.highlight({ start, end: composer.place(), colour: nearestColour(hex), comment: '', author: '' });
  }

  return {
    colour(hex) {
      if (hex === running?.hex) return;
      end();
      if (hex !== undefined) running = { hex, start: composer.place() };
    },
    end,
    count: () => count,
  };
}

/** Hues, in degrees, at which one of our colours ends and the next begins; greys are what a yellow pen makes of them. */
const HUES: readonly (readonly [until: number, colour: Colour])[] = [
  [20, 'red'],
  [70, 'yellow'],
  [165, 'green'],
  [255, 'blue'],
  [335, 'violet'],
  [360, 'red'],
];

/** The one of our five colours that comes nearest to a colour `#rrggbb`. */
export function nearestColour(hex: string): Colour {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  const brightest = Math.max(red, green, blue);
  const spread = brightest - Math.min(red, green, blue);
  if (!(spread > 0)) return 'yellow';
  // The hue of the HSL model (CSS Color 4, 7).
  const sixth =
    brightest === red
      ? (green - blue) / spread
      : brightest === green
        ? 2 + (blue - red) / spread
        : 4 + (red - green) / spread;
  const hue = (sixth * 60 + 360) % 360;
  return HUES.find(([until]) => hue < until)?.[1] ?? 'yellow';
}
