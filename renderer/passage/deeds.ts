import {
  COLOURS,
  type Colour,
  type Highlight,
  type Input,
  type MethodName,
  type Output,
  type Passage,
  type SourcePassage,
  type Tag,
} from '../../main/contract/index.ts';
import type { Client } from '../client/index.ts';
import { type MessageKey, type MessageValues, t } from '../i18n/index.ts';
import { announce, tell, tellFailure } from '../messages/index.ts';
import { arrive, doDeed, failureOf, freshId, type SelectedPassage, selection } from '../state/index.ts';
import { rememberUse } from './recent/kept.ts';
import { placeOf, type Target } from './target.ts';
import { type TextPort, textPort } from './text-port.ts';
import { spoken } from './words.ts';

/** Does a deed; a failure is told to the researcher, and the answer is then null. */
async function attempt<M extends MethodName>(client: Client, method: M, input: Input<M>): Promise<Output<M> | null> {
  try {
    return await doDeed(client, method, input);
  } catch (error) {
    tellFailure(failureOf(error));
    return null;
  }
}

/**
 * Makes the words a highlight. It is painted and in focus at once, under an id made here, so that whatever is done next
 * means this highlight and does not make a second one; it goes again where it could not be stored.
 * @param names of the tags said by id, to be shown at once
 */
async function makeHighlight(
  client: Client,
  passage: SelectedPassage,
  said: Omit<Input<'highlights.create'>, 'id' | 'sourceId' | 'start' | 'end'>,
  names: readonly string[] = [],
): Promise<Highlight | null> {
  const id = freshId();
  const { sourceId, start, end } = passage;
  const storing = attempt(client, 'highlights.create', { id, sourceId, start, end, ...said });
  const port = portOf(sourceId);
  if (port) {
    const tagIds = said.tagIds ?? [];
    const known = names.length === tagIds.length ? { tagIds, tags: names } : {};
    const draft = { ...port.draft(passage, id, said.colour ?? COLOURS[0]), ...known };
    port.showMade(draft);
  }
  const stored = await storing;
  if (stored) {
    portOf(sourceId)?.show(stored);
    void rememberUse(client, stored.tagIds);
  } else portOf(sourceId)?.forget(id);
  return stored;
}

async function changeHighlight(client: Client, change: Input<'highlights.update'>): Promise<Highlight | null> {
  const stored = await attempt(client, 'highlights.update', change);
  if (stored) portOf(stored.sourceId)?.show(stored);
  return stored;
}

/** The text's port while this source is the one being read. */
function portOf(sourceId: string): TextPort | null {
  const { port } = textPort.get();
  return port?.sourceId === sourceId ? port : null;
}

/** Marks the passage, or gives the highlight another colour. */
export async function mark(client: Client, target: Target, colour: Colour): Promise<void> {
  const isNew = target.kind === 'passage';
  const stored = isNew
    ? await makeHighlight(client, target.passage, { colour })
    : await changeHighlight(client, { id: target.highlight.id, colour });
  if (stored) announce(isNew ? 'passage.saidMade' : 'passage.saidColoured', spoken(stored));
}

/** Tags by id, because those under different parents may share a name, and the names of tags to be made. */
export interface TagChoice {
  readonly tagIds: readonly string[];
  readonly made?: readonly string[];
  /** Of the tags by id, where they are known: the text then shows them at once. */
  readonly names?: readonly string[];
}

/**
 * Gives the passage these tags instead of those it has; a passage that is no highlight yet becomes one.
 * @param colour of the new highlight
 */
export async function tagWith(
  client: Client,
  target: Target,
  { tagIds, made = [], names = [] }: TagChoice,
  colour: Colour,
): Promise<Highlight | null> {
  const said = { tagIds: [...tagIds], ...(made.length > 0 ? { tags: [...made] } : {}) };
  if (target.kind === 'passage')
    return announceTags(await makeHighlight(client, target.passage, { colour, ...said }, names));
  const { highlight } = target;
  if (names.length === tagIds.length) portOf(highlight.sourceId)?.show({ ...highlight, tagIds, tags: names });
  const stored = await changeHighlight(client, { id: highlight.id, ...said });
  if (stored) void rememberUse(client, addedTo(highlight, stored));
  else portOf(highlight.sourceId)?.show(highlight);
  return announceTags(stored);
}

function announceTags(stored: Highlight | null): Highlight | null {
  if (stored) announce('passage.saidTagged', spoken(stored));
  return stored;
}

function addedTo(before: Highlight, after: Highlight): readonly string[] {
  return after.tagIds.filter((id) => !before.tagIds.includes(id));
}

/** The tags a target has, by id and by name. */
export function tagsOf(target: Target): Pick<Highlight, 'tagIds' | 'tags'> {
  return target.kind === 'highlight' ? target.highlight : { tagIds: [], tags: [] };
}

/** Gives the passage a tag besides those it has; takes it away where it has it. */
export async function toggleTag(client: Client, target: Target, { id, name, colour }: Tag): Promise<void> {
  const { tagIds, tags } = tagsOf(target);
  const at = tagIds.indexOf(id);
  const choice =
    at < 0
      ? { tagIds: [...tagIds, id], names: [...tags, name] }
      : { tagIds: tagIds.toSpliced(at, 1), names: tags.toSpliced(at, 1) };
  await tagWith(client, target, choice, colour);
}

/** The target's highlight; made, in the first colour, where there is none. */
async function ensureHighlight(client: Client, target: Target): Promise<Highlight | null> {
  return target.kind === 'highlight' ? target.highlight : makeHighlight(client, target.passage, {});
}

export async function link(client: Client, target: Target, entityId: string): Promise<void> {
  const mention = await attempt(client, 'mentions.create', { ...placeOf(target), entityId });
  if (!mention) return;
  selection.set({ entityId });
  tell({ tone: 'status', key: 'passage.linked', values: { name: mention.entityName } });
}

/** Makes an entity of this name and type and links the passage to it. */
export async function linkToNew(client: Client, target: Target, name: string, type: string): Promise<void> {
  const entity = await attempt(client, 'entities.create', { name, type });
  if (entity) await link(client, target, entity.id);
}

export async function setComment(client: Client, highlight: Highlight, comment: string): Promise<boolean> {
  return (await changeHighlight(client, { id: highlight.id, comment })) !== null;
}

/** Gives a highlight another passage; the text shows it there already. */
export function resize(client: Client, { id }: Highlight, { start, end }: Passage): Promise<Highlight | null> {
  return attempt(client, 'highlights.update', { id, start, end });
}

export async function unmark(client: Client, highlight: Highlight): Promise<void> {
  const removed = await attempt(client, 'highlights.remove', { id: highlight.id });
  if (removed) tellUndoable(client, 'passage.removed');
}

/** Says what was done, and offers to take it back. */
function tellUndoable(client: Client, key: MessageKey, values: MessageValues = {}): void {
  const action = { label: 'passage.undo', run: () => void attempt(client, 'history.undo', {}) } as const;
  tell({ tone: 'status', key, values, action });
}

/** Makes two highlights of one where the caret stands in it; says how where it does not. */
export async function split(client: Client, { id, sourceId, start, end }: Highlight): Promise<void> {
  const at = portOf(sourceId)?.caret() ?? null;
  if (at === null || at <= start || at >= end) {
    tell({ tone: 'status', key: 'passage.splitWhere' });
    return;
  }
  const halves = await attempt(client, 'highlights.split', { id, at });
  if (!halves) return;
  const port = portOf(sourceId);
  port?.show(halves.first);
  port?.show(halves.second);
  port?.focusOn(halves.second);
  tellUndoable(client, 'passage.split');
}

/** Makes one highlight of this and another that overlaps it or comes next; asks which where that could be several. */
export async function join(client: Client, highlight: Highlight): Promise<void> {
  const port = portOf(highlight.sourceId);
  const others = port?.neighbours(highlight) ?? [];
  if (others.length === 0) tell({ tone: 'status', key: 'passage.joinNone' });
  const other = others.length > 1 ? await port?.ask(others, t('passage.joinWith')) : others[0];
  if (!other) return;
  const joined = await attempt(client, 'highlights.join', { id: highlight.id, otherId: other.id });
  if (!joined) return;
  const after = portOf(highlight.sourceId);
  after?.forget(other.id);
  after?.show(joined);
  after?.focusOn(joined);
  tellUndoable(client, 'passage.joined');
}

/** Marks many passages alike, and offers to take that back at once. */
export async function markAll(
  client: Client,
  passages: readonly SourcePassage[],
  said: Omit<Input<'highlights.markAll'>, 'passages'>,
): Promise<boolean> {
  const places = passages.map(({ sourceId, start, end }) => ({ sourceId, start, end }));
  const made = await attempt(client, 'highlights.markAll', { passages: places, ...said });
  const [first] = made ?? [];
  if (!made || !first) return false;
  void rememberUse(client, first.tagIds);
  tellUndoable(client, 'occurrences.done', { count: made.length });
  return true;
}

/** Marks the passage of a highlight once more, under other tags and with a colour of its own. */
export async function duplicate(client: Client, highlight: Highlight, tags: TagChoice, colour: Colour): Promise<void> {
  await tagWith(client, { kind: 'passage', passage: highlight }, tags, colour);
}

/** Begins a note around the passage, with its quotation on top, and goes there to write. */
export async function noteOn(client: Client, target: Target): Promise<void> {
  const highlight = await ensureHighlight(client, target);
  if (!highlight) return;
  const { id, sourceId, quote, sourceTitle, locator, colour } = highlight;
  const note = await attempt(client, 'notes.create', {
    title: '',
    attachedTo: { kind: 'highlight', id },
    document: {
      type: 'doc',
      content: [
        {
          type: 'quotation',
          attrs: { highlightId: id, sourceId, text: quote, sourceTitle, locator, colour, kept: '' },
        },
        { type: 'paragraph' },
      ],
    },
  });
  if (note) arrive({ view: 'notes', noteId: note.id });
}

/** Puts the passage into an outline as a quotation, at the end of a heading or of the outline. */
export async function addToOutline(
  client: Client,
  target: Target,
  outline: { readonly id: string; readonly title: string; readonly parentId: string | null },
): Promise<void> {
  const highlight = await ensureHighlight(client, target);
  if (!highlight) return;
  const item = await attempt(client, 'outlines.add', {
    outlineId: outline.id,
    ...(outline.parentId === null ? {} : { parentId: outline.parentId }),
    kind: 'quotation',
    refId: highlight.id,
  });
  if (item) tell({ tone: 'status', key: 'passage.addedToOutline', values: { name: outline.title } });
}

export async function createOutline(client: Client, title: string): Promise<string | null> {
  return (await attempt(client, 'outlines.create', { title }))?.id ?? null;
}
