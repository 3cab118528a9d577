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
/** Types of entities by their ids, of those that are mentioned in what is on screen. */
let typeOf: ReadonlyMap<string, string> = new Map();

/**
 * Takes over how the types look. Signs read the store; what else has the colour of a type says `data-type`, and finds it in
 * `--kind`: one style sheet for all, touched only where something differs, because the whole document is styled anew then.
 */
export function showTypes(types: readonly Look[] = BUILT_IN): void {
  const before = typeLooks.get().byName;
  const isNew = types.some(({ name, colour, shape }) => {
    const look = before.get(name);
    return look?.colour !== colour || look.shape !== shape;
  });
  if (isNew || before.size !== types.length) typeLooks.set({ byName: mapOf(types) });
  draw();
}

/** Takes over of what types entities are: what names one says `data-entity`, and has the colour of its type. */
export function showEntities(entities: readonly { readonly id: string; readonly type: string }[]): void {
  typeOf = new Map([...typeOf, ...entities.map(({ id, type }) => [id, type] as const)]);
  draw();
}

function draw(): void {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    document.adoptedStyleSheets.push(sheet);
  }
  const { byName } = typeLooks.get();
  const rule = (attribute: string, value: string, colour: string) =>
    `[${attribute}="${CSS.escape(value)}"] { --kind: ${colourValue(colour)}; }`;
  const wanted = [
    ...[...byName.values()].map(({ name, colour }) => rule('data-type', name, colour)),
    ...[...typeOf].map(([id, type]) => rule('data-entity', id, byName.get(type)?.colour ?? 'concept')),
  ].join('\n');
  if (rules === wanted) return;
  rules = wanted;
  sheet.replaceSync(wanted);
}

/** A colour of a type as CSS: the name of one of ours, or a CSS colour that another program wrote. */
export function colourValue(colour: string): string {
  return /^#[\da-f]{3,8}$/i.test(colour) ? colour : /^[a-z]+$/.test(colour) ? `var(--${colour})` : 'var(--concept)';
}

function mapOf(types: readonly Look[]): ReadonlyMap<string, Look> {
  return new Map(types.map((type) => [type.name, type]));
}
