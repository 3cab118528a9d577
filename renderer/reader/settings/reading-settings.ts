/** How a text looks while it is read; kept in the notebook under one key. */
export interface ReadingSettings {
  readonly font: ReadingFont;
  /** Height of the letters in CSS pixels. */
  readonly size: number;
  /** Height of a line as a multiple of the letters'. */
  readonly leading: number;
  /** Most the column of the text is wide, in CSS pixels. */
  readonly width: number;
  /** Whether paragraphs have their numbers beside them. */
  readonly numbers: boolean;
  /** Whether running titles and page numbers are read along. */
  readonly pageLines: boolean;
  readonly paper: 'plain' | 'sepia';
}

export const READING_FONTS = ['serif', 'sans', 'mono', 'legible'] as const;
export type ReadingFont = (typeof READING_FONTS)[number];

export const DEFAULTS: ReadingSettings = {
  font: 'serif',
  size: 17,
  leading: 1.68,
  width: 660,
  numbers: true,
  pageLines: true,
  paper: 'plain',
};

/** Between what a value may be, and by how much a key changes it. */
export const LIMITS = {
  size: { min: 12, max: 32, step: 1 },
  leading: { min: 1.2, max: 2.4, step: 0.08 },
  width: { min: 380, max: 1100, step: 40 },
} as const;

/** Fonts made for readers with dyslexia or weak sight, of which a machine may have one. None comes with Lectern. */
const LEGIBLE = ['OpenDyslexic', 'Atkinson Hyperlegible Next', 'Atkinson Hyperlegible', 'Lexend'];

const STACKS: Readonly<Record<ReadingFont, string>> = {
  serif: 'var(--serif)',
  sans: 'var(--sans)',
  mono: 'var(--mono)',
  legible: [...LEGIBLE.map((name) => `"${name}"`), 'var(--sans)'].join(', '),
};

/** Settings as the notebook has them; whatever is missing or cannot be is as it is by default. */
export function settingsOf(value: unknown): ReadingSettings {
  const kept: Readonly<Record<string, unknown>> = typeof value === 'object' && value !== null ? { ...value } : {};
  const number = (key: keyof typeof LIMITS) => {
    const found = kept[key];
    const { min, max } = LIMITS[key];
    return typeof found === 'number' && Number.isFinite(found) ? Math.min(max, Math.max(min, found)) : DEFAULTS[key];
  };
  const flag = (key: 'numbers' | 'pageLines') => {
    const found = kept[key];
    return typeof found === 'boolean' ? found : DEFAULTS[key];
  };
  return {
    font: READING_FONTS.find((font) => font === kept['font']) ?? DEFAULTS.font,
    size: number('size'),
    leading: number('leading'),
    width: number('width'),
    numbers: flag('numbers'),
    pageLines: flag('pageLines'),
    paper: kept['paper'] === 'sepia' ? 'sepia' : DEFAULTS.paper,
  };
}

/** The settings as custom properties of the style sheet. */
export function propertiesOf({ font, size, leading, width }: ReadingSettings): Readonly<Record<`--${string}`, string>> {
  return {
    '--reading-font': STACKS[font],
    '--reading-size': `${size}px`,
    '--reading-leading': String(leading),
    '--reading-width': `${width}px`,
  };
}

/** Whether the machine has a font made for legibility: its letters are then not as wide as those of another. */
export function hasLegibleFont(): boolean {
  const context = document.createElement('canvas').getContext('2d');
  if (!context) return false;
  const widthIn = (font: string) => {
    context.font = `40px ${font}`;
    return context.measureText('mmmiiWW quick 0123').width;
  };
  return LEGIBLE.some((name) =>
    ['monospace', 'serif'].every((other) => widthIn(`"${name}", ${other}`) !== widthIn(other)),
  );
}
