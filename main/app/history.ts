import type { HandlersOf } from './handler.ts';

/** How many steps a list has when nobody says. */
const STEPS = 200;

export const historyHandlers: HandlersOf<'history'> = {
  'history.list': ({ limit }, { notebook }) => notebook().history(limit ?? STEPS),
  'history.undo': (_, { notebook }) => notebook().undo(),
  'history.goTo': ({ id }, { notebook }) => notebook().goToStep(id),
  'history.redo': (_, { notebook }) => notebook().redo(),
};
