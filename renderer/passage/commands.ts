import { COLOURS, type Highlight, type Tag } from '../../main/contract/index.ts';
import { copyWithCitation } from '../citation/index.ts';
import type { Client } from '../client/index.ts';
import { type Command, runCommand } from '../commands/index.ts';
import type { MessageKey } from '../i18n/index.ts';
import { announce, tell } from '../messages/index.ts';
import { holdKeys } from '../ui/index.ts';
import { activeTag, stopTagging } from './active-tag/active-tag.ts';
import { tagSelection } from './active-tag/tag-selection.ts';
import { join, mark, noteOn, split, toggleTag, unmark } from './deeds.ts';
import { inspectorTab } from './inspector-tab.ts';
import { openPicker, pickers } from './pickers.ts';
import { recentTagCommand } from './recent/recent-tag-buttons.tsx';
import { TAG_KEYS } from './recent/recent-tags.ts';
import { linkedIn } from './relate.ts';
import { currentTarget, placeOf, quoteOf, type Target } from './target.ts';
import { textPort } from './text-port.ts';
import { spoken } from './words.ts';

/** Letters of the words that are looked for at most, as the contract has it. */
const LONGEST_WORDS = 1000;

const COLOUR_LABELS = {
  yellow: 'passage.yellow',
  green: 'passage.green',
  red: 'passage.red',
  blue: 'passage.blue',
  violet: 'passage.violet',
} as const satisfies Record<(typeof COLOURS)[number], MessageKey>;

/** Keys of the text and the commands they run. */
const KEYS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(COLOURS.map((colour, at) => [String(at + 1), `passage.${colour}`])),
  ...Object.fromEntries(TAG_KEYS.map((key, at) => [key, recentTagCommand(at)])),
  t: 'passage.tag',
  e: 'passage.link',
  n: 'passage.note',
  o: 'passage.outline',
  c: 'passage.copy',
  s: 'passage.split',
  j: 'passage.join',
  d: 'passage.duplicate',
  Delete: 'passage.remove',
  '[': 'passage.previous',
  ']': 'passage.next',
  a: 'tagging.start',
  m: 'passage.occurrences',
  r: 'passage.relate',
  x: 'resize.switch',
  f: 'filter.show',
  Enter: 'passage.inspect',
  Escape: 'passage.dismiss',
};

/** What moves an end of a highlight, and its keys; the text answers them. */
const RESIZING = [
  { step: 'grapheme', forward: true, shortcut: 'Alt+Shift+ArrowRight' },
  { step: 'grapheme', forward: false, shortcut: 'Alt+Shift+ArrowLeft' },
  { step: 'word', forward: true, shortcut: 'Mod+Alt+Shift+ArrowRight' },
  { step: 'word', forward: false, shortcut: 'Mod+Alt+Shift+ArrowLeft' },
  { step: 'sentence', forward: true, shortcut: 'Alt+Shift+ArrowDown' },
  { step: 'sentence', forward: false, shortcut: 'Alt+Shift+ArrowUp' },
] as const;

/** Everything that can be done with a passage, by name. The keys are answered by the text itself. */
export function passageCommands(client: Client): readonly Command[] {
  const withTarget = (id: string, label: MessageKey, shortcut: string, run: (target: Target) => void): Command => ({
    id,
    label,
    shortcut,
    local: true,
    available: () => currentTarget() !== null,
    run() {
      const target = currentTarget();
      if (target) run(target);
    },
  });
  const withHighlight = (id: string, label: MessageKey, shortcut: string, run: (highlight: Highlight) => void) => ({
    ...withTarget(id, label, shortcut, (target) => {
      if (target.kind === 'highlight') run(target.highlight);
    }),
    available: () => currentTarget()?.kind === 'highlight',
  });
  const port = () => textPort.get().port;
  return [
    ...COLOURS.map((colour, at) =>
      withTarget(
        `passage.${colour}`,
        COLOUR_LABELS[colour],
        String(at + 1),
        (target) => void mark(client, target, colour),
      ),
    ),
    withTarget('passage.tag', 'passage.tag', 'T', (target) => openPicker('tag', target)),
    withTarget('passage.link', 'passage.link', 'E', (target) => openPicker('entity', target)),
    withTarget('passage.note', 'passage.note', 'N', (target) => void noteOn(client, target)),
    withTarget('passage.outline', 'passage.outline', 'O', (target) => openPicker('outline', target)),
    withTarget('passage.copy', 'passage.copy', 'C', (target) => void copyWithCitation(client, [placeOf(target)])),
    withTarget('passage.occurrences', 'passage.occurrences', 'M', openOccurrences),
    withHighlight('passage.split', 'passage.splitHere', 'S', (highlight) => void split(client, highlight)),
    withHighlight('passage.join', 'passage.join', 'J', (highlight) => void join(client, highlight)),
    withHighlight('passage.duplicate', 'passage.duplicate', 'D', (highlight) =>
      openPicker('duplicate', { kind: 'highlight', highlight }),
    ),
    {
      ...withHighlight('passage.relate', 'passage.relate', 'R', (highlight) =>
        openPicker('relation', { kind: 'highlight', highlight }),
      ),
      available() {
        const target = currentTarget();
        return target?.kind === 'highlight' && linkedIn(target.highlight).length > 1;
      },
    },
    withHighlight('passage.remove', 'passage.remove', 'Delete', (highlight) => void unmark(client, highlight)),
    {
      id: 'passage.inspect',
      label: 'passage.inspect',
      shortcut: 'Enter',
      local: true,
      available: () => port() !== null,
      run() {
        if (tagSelection(client)) return;
        if (!port()?.offer() && currentTarget()) inspectorTab.set({ tab: 'passage', toComment: true });
      },
    },
    ...RESIZING.map(
      ({ step, forward, shortcut }): Command => ({
        id: `resize.${step}.${forward ? 'forward' : 'back'}`,
        label: 'resize.step',
        labelValues: () => ({ step, direction: forward ? 'forward' : 'back' }),
        shortcut,
        local: true,
        available: () => currentTarget()?.kind === 'highlight',
        run: () => port()?.resize(step, forward),
      }),
    ),
    {
      id: 'resize.switch',
      label: 'resize.switch',
      shortcut: 'X',
      local: true,
      available: () => currentTarget()?.kind === 'highlight',
      run: () => port()?.switchEnd(),
    },
    {
      id: 'passage.next',
      label: 'passage.next',
      shortcut: ']',
      local: true,
      available: () => port() !== null,
      run: () => void step(true),
    },
    {
      id: 'passage.previous',
      label: 'passage.previous',
      shortcut: '[',
      local: true,
      available: () => port() !== null,
      run: () => void step(false),
    },
    {
      id: 'passage.dismiss',
      label: 'passage.dismiss',
      shortcut: 'Escape',
      local: true,
      available: () => currentTarget() !== null || activeTag.get().tag !== null,
      run: () => (activeTag.get().tag ? stopTagging() : port()?.dismiss()),
    },
    {
      id: 'tagging.start',
      label: 'tagging.start',
      shortcut: 'A',
      local: true,
      available: () => port() !== null,
      run: () => pickers.set({ open: { kind: 'active-tag' }, onDone: null }),
    },
    {
      id: 'tagging.stop',
      label: 'tagging.stopCommand',
      available: () => activeTag.get().tag !== null,
      run: stopTagging,
    },
  ];
}

/** Frames that a highlight may take to be at hand once its place is known. */
const FRAMES = 60;

/** Goes to another highlight; keys pressed meanwhile are meant for that one. */
async function step(forward: boolean): Promise<void> {
  const release = holdKeys();
  try {
    const stepped = await textPort.get().port?.step(forward);
    if (stepped === undefined || stepped === 'given-up') return;
    if (stepped === 'no-further') {
      tellNoFurther(forward);
      return;
    }
    announce('passage.saidThere', { ...spoken(stepped), place: stepped.locator });
    for (let frame = 0; frame < FRAMES && currentTarget()?.kind !== 'highlight'; frame++) {
      await new Promise(requestAnimationFrame);
    }
  } finally {
    release();
  }
}

function tellNoFurther(forward: boolean): void {
  tell({ tone: 'status', key: forward ? 'passage.noNext' : 'passage.noPrevious' });
}

/** Words of one paragraph can be looked for elsewhere; of more there is seldom a second place. */
function openOccurrences(target: Target): void {
  const words = quoteOf(target).trim();
  if (words === '' || words.length > LONGEST_WORDS || words.includes('\n')) {
    tell({ tone: 'status', key: 'occurrences.oneParagraph' });
  } else openPicker('occurrences', target);
}

/** The commands of the keys that hold the tags used last. */
export function recentTagCommands(client: Client, tags: readonly (Tag | null)[]): readonly Command[] {
  return tags.flatMap((tag, at): Command[] => {
    if (!tag) return [];
    const run = () => {
      const target = currentTarget();
      if (target) void toggleTag(client, target, tag);
    };
    return [
      {
        id: recentTagCommand(at),
        label: 'passage.recentTag',
        labelValues: () => ({ name: tag.name }),
        shortcut: TAG_KEYS[at] ?? '',
        local: true,
        available: () => currentTarget() !== null,
        run,
      },
    ];
  });
}

/** Answers the keys of the text; returns the function that stops it. */
export function passageKeys(text: HTMLElement): () => void {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const command = KEYS[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (command !== undefined && runCommand(command)) event.preventDefault();
  };
  text.addEventListener('keydown', onKeyDown);
  return () => text.removeEventListener('keydown', onKeyDown);
}

export { COLOUR_LABELS };
