import { type Client, useClient } from '../../client/index.ts';
import { notebook, useStore } from '../../state/index.ts';
import { createOutlineModel, type OutlineModel, type OutlineState } from './outline-model.ts';

/** What the items of an outline stand for; a change of any of them may change what an item says. */
const SHOWN = new Set(['highlight', 'note', 'entity', 'source', 'tag']);

interface Models {
  readonly open: Map<string, OutlineModel>;
}

const ofClient = new WeakMap<Client, Models>();

/** The model of an outline, shared by the view and its panel. */
export function outlineModelOf(client: Client, id: string): OutlineModel {
  const models = ofClient.get(client) ?? start(client);
  const known = models.open.get(id);
  if (known) return known;
  const model = createOutlineModel(client, id);
  models.open.set(id, model);
  return model;
}

function start(client: Client): Models {
  const models: Models = { open: new Map() };
  let path: string | null = notebook.get().status?.path ?? null;
  ofClient.set(client, models);
  const refresh = () => {
    for (const model of models.open.values()) model.refresh();
  };
  client.subscribe('changed', ({ changes }) => {
    // A change of one outline says nothing about the others; of anything else it may be any of them.
    const isElsewhere = changes.some(({ noun }) => SHOWN.has(noun));
    const outlines = new Set(changes.flatMap(({ noun, id }) => (noun === 'outline' ? [id] : [])));
    for (const model of models.open.values()) if (isElsewhere || outlines.has(model.id)) model.refresh();
  });
  client.subscribe('engine', ({ state }) => {
    if (state === 'back') refresh();
  });
  client.subscribe('notebook', (status) => {
    if (path !== null && status.path !== path) models.open.clear();
    path = status.path;
  });
  return models;
}

export function useOutlineModel(id: string): OutlineModel {
  return outlineModelOf(useClient(), id);
}

export function useOutline<T>(model: OutlineModel, read: (state: OutlineState) => T): T {
  return useStore(model.state, read);
}
