import { ENTITY_TYPES, type EntityType, TYPE_SHAPES } from '../../main/contract/index.ts';
import { createStore } from '../store/index.ts';

type Look = Pick<EntityType, 'name' | 'colour' | 'shape'>;

/** What is built in looks like this until a notebook says otherwise. */
const BUILT_IN: readonly Look[] = ENTITY_TYPES.map((name, at) => ({
  name,
  colour: name,
  shape: TYPE_SHAPES[at] ?? 'circle',
}));

/** How each type of entities looks in the notebook that is open, by its name. */
export const typeLooks = createStore<{ readonly byName: ReadonlyMap<string, Look> }>({ byName: mapOf(BUILT_IN) });

let sheet: CSSStyleSheet | null = null;
let rules = '';

/**
 * Takes over how the types look. Signs read the store; what else has the colour of a type says `data-type`, and finds it in
 * `--kind`: one style sheet for all, touched only where something differs, because the whole document is styled anew then.
 */
export function showTypes(types: readonly Look[] = BUILT_IN): void {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    document.adoptedStyleSheets.push(sheet);
  }
  const wanted = types
    .map(({ name, colour }) => `[data-type="${CSS.escape(name)}"] { --kind: ${colourValue(colour)}; }`)
    .join('\n');
  if (rules === wanted && types.every(({ name, shape }) => typeLooks.get().byName.get(name)?.shape === shape)) return;
  rules = wanted;
  sheet.replaceSync(wanted);
  typeLooks.set({ byName: mapOf(types) });
}

/** A colour of a type as CSS: the name of one of ours, or a CSS colour that another program wrote. */
export function colourValue(colour: string): string {
  return /^#[\da-f]{3,8}$/i.test(colour) ? colour : /^[a-z]+$/.test(colour) ? `var(--${colour})` : 'var(--concept)';
}

function mapOf(types: readonly Look[]): ReadonlyMap<string, Look> {
  return new Map(types.map((type) => [type.name, type]));
}
