import {
  countWords,
  type Failure,
  type Input,
  type MethodName,
  type Outline,
  type OutlineItem,
  type OutlineItemKind,
  type Output,
} from '../../../main/contract/index.ts';
import type { Client } from '../../client/index.ts';
import { tellFailure } from '../../messages/index.ts';
import { createStore, doDeed, failureOf, isSame, type Store } from '../../state/index.ts';
import { changeItem, insertItem, type Move, moveItems, removeItems } from '../tree/deeds.ts';
import type { ItemPlace } from '../tree/tree.ts';
import { CHOSEN_NONE, type Choice, choice } from './choice.ts';
import { reuseItems } from './reuse.ts';
import { rememberView, type ViewMemory } from './view-memory.ts';

export interface OutlineState extends ViewMemory, Choice {
  /** The outline as it was last heard of from the notebook; null while it is on its way. */
  readonly outline: Outline | null;
  /** Its items as shown: deeds that are still on their way are done already. */
  readonly items: readonly OutlineItem[];
  readonly failure: Failure | null;
  /** The item whose words are being edited in place. */
  readonly editing: string | null;
}

/** Something to put into an outline. */
export interface NewItem {
  readonly kind: OutlineItemKind;
  readonly refId?: string;
  readonly text?: string;
}

/** What is changed of an item; what is left out stays. */
export type ItemChange = Partial<Pick<OutlineItem, 'text' | 'gist' | 'status' | 'target'>>;

/** One outline: what is shown of it at once, and the deeds on their way to the notebook, one after the other. */
export interface OutlineModel {
  readonly id: string;
  readonly state: Store<OutlineState>;
  /** Does moves one after the other, as one deed. */
  move(moves: readonly Move[]): void;
  /** Answers the new item's id, or null where it could not be put in. */
  add(item: NewItem, place: ItemPlace): Promise<string | null>;
  /** Changes the words of a heading or text, the gist of an item, or the status and target of a heading. */
  edit(id: string, change: ItemChange): void;
  /** Takes items out with all below them; answers whether they went. */
  remove(ids: readonly string[]): Promise<boolean>;
  rename(title: string): void;
  setCollapsed(collapsed: ReadonlySet<string>): void;
  setNumbered(isNumbered: boolean): void;
  /** Reads the outline anew once nothing is on its way. */
  refresh(): void;
}

export function createOutlineModel(client: Client, id: string): OutlineModel {
  let pending = 0;
  let reading = 0;
  let queue: Promise<unknown> = Promise.resolve();
  const state = createStore<OutlineState>({
    outline: null,
    items: [],
    failure: null,
    ...CHOSEN_NONE,
    editing: null,
    collapsed: new Set(),
    isNumbered: true,
  });
  const memory = rememberView(client, id, (remembered) => state.set(remembered));

  const show = (outline: Outline) =>
    state.set((now) => ({ outline, failure: null, items: reuseItems(now.items, outline.tree) }));

  const refresh = () => {
    if (pending > 0) return;
    const mine = ++reading;
    client.call('outlines.get', { id }).then(
      (outline) => mine === reading && pending === 0 && show(outline),
      (error: unknown) => {
        if (mine !== reading) return;
        const failure = failureOf(error);
        // Its making was undone, or it went to the trash: what is shown would be an outline that is not there.
        state.set(failure.code === 'not-found' ? { failure, outline: null, items: [] } : { failure });
      },
    );
  };

  /**
   * Sends a deed after those before it. Once none is on its way the outline is shown as the notebook has it: as the deed
   * answered it, or read anew where it answered less or failed.
   */
  const send = async <M extends MethodName>(method: M, input: Input<M>): Promise<Output<M> | null> => {
    pending++;
    const sent = queue.then(() => doDeed(client, method, input));
    queue = sent.catch(() => undefined);
    try {
      const answer = await sent;
      pending--;
      if (pending === 0 && isOutline(answer)) show(answer);
      else refresh();
      return answer;
    } catch (error) {
      pending--;
      tellFailure(failureOf(error));
      refresh();
      return null;
    }
  };

  const change = (items: readonly OutlineItem[]) => state.set((now) => ({ items: reuseItems(now.items, items) }));

  refresh();
  return {
    id,
    state,
    refresh,
    move(moves) {
      const { items } = state.get();
      const moved = moves.reduce(moveItems, items);
      if (moved === items) return;
      change(moved);
      void send('outlines.move', { moves: moves.map((each) => ({ ...each, ids: [...each.ids] })) });
    },
    async add(item, place) {
      const added = await send('outlines.add', { outlineId: id, ...item, ...place });
      if (!added) return null;
      const { items } = state.get();
      if (!items.some((each) => each.id === added.id)) change(insertItem(items, added));
      state.set(choice(added.id));
      return added.id;
    },
    edit(item, changed) {
      const { items } = state.get();
      const before = items.find((each) => each.id === item);
      const { text } = changed;
      const next = { ...changed, ...(text === undefined ? {} : { words: countWords(text) }) };
      if (!before || isSame(before, { ...before, ...next })) return;
      change(changeItem(items, item, next));
      void send('outlines.updateItem', { id: item, ...changed });
    },
    async remove(ids) {
      change(removeItems(state.get().items, ids));
      return (await send('outlines.removeItem', { ids: [...ids] })) !== null;
    },
    rename(title) {
      state.set(({ outline }) => ({ outline: outline && { ...outline, title } }));
      void send('outlines.update', { id, title });
    },
    setCollapsed(collapsed) {
      state.set({ collapsed });
      memory.save({ collapsed, isNumbered: state.get().isNumbered });
    },
    setNumbered(isNumbered) {
      state.set({ isNumbered });
      memory.save({ collapsed: state.get().collapsed, isNumbered });
    },
  };
}

function isOutline(answer: object): answer is Outline {
  return 'tree' in answer;
}
