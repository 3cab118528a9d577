import { Trash2 } from 'lucide-react';
import { memo, useCallback, useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import { Button } from 'react-aria-components';
import { COLOURS, type Colour, type Tag } from '../../main/contract/index.ts';
import { useClient } from '../client/index.ts';
import { formatShortcut, runCommand, useCommands } from '../commands/index.ts';
import { RelationDialog } from '../entities/index.ts';
import { type MessageKey, t, useLanguage } from '../i18n/index.ts';
import { selection, useStore, useStoreAfterPaint } from '../state/index.ts';
import { IconButton, Toolbar, ToolbarLine } from '../ui/index.ts';
import { activeTag } from './active-tag/active-tag.ts';
import { ActiveTagPicker } from './active-tag/active-tag-picker.tsx';
import { COLOUR_LABELS, passageCommands, recentTagCommands } from './commands.ts';
import { DuplicatePicker } from './duplicate-picker.tsx';
import { EntityPicker } from './entity-picker.tsx';
import { MoreActions } from './more-actions.tsx';
import { OccurrencesDialog } from './occurrences/occurrences-dialog.tsx';
import { OutlinePicker } from './outline-picker.tsx';
import { pickers } from './pickers.ts';
import { useRecentTags } from './recent/kept.ts';
import { RecentTagButtons } from './recent/recent-tag-buttons.tsx';
import { linkedIn } from './relate.ts';
import { GAP, spotFor } from './spot.ts';
import { TagPicker } from './tag-picker.tsx';
import { currentTarget } from './target.ts';
import { type TextPort, textPort } from './text-port.ts';
import './passage.css';

const ACTIONS = [
  { id: 'passage.tag', label: 'passage.tag', key: 'T' },
  { id: 'passage.link', label: 'passage.link', key: 'E' },
  { id: 'passage.note', label: 'passage.note', key: 'N' },
  { id: 'passage.outline', label: 'passage.outline', key: 'O' },
  { id: 'passage.copy', label: 'passage.copy', key: 'C' },
] as const satisfies readonly { readonly id: string; readonly label: MessageKey; readonly key: string }[];

/**
 * The toolbar beside the selected words, and the pickers it opens. Follows the text, so `Tab` in the text leads to it.
 * @param isHidden something else is offered at the place
 */
export function PassageActions({ isHidden }: { isHidden: boolean }) {
  const client = useClient();
  useCommands(useMemo(() => passageCommands(client), [client]));
  const recent = useRecentTags();
  useCommands(useMemo(() => recentTagCommands(client, recent), [client, recent]));
  const picker = useStore(pickers, (now) => now.open);
  const close = useCallback(() => pickers.set({ open: null, onDone: null }), []);
  const isOpen = picker !== null;
  const onDone = useStore(pickers, (now) => now.onDone);
  useEffect(() => {
    if (!isOpen) return;
    // What is behind the dialog is inert until it is gone, so it can take the keyboard only with the next frame.
    return () => {
      requestAnimationFrame(onDone ?? (() => textPort.get().port?.focus()));
    };
  }, [isOpen, onDone]);
  return (
    <>
      {!isHidden && <ActionBar recent={recent} />}
      {picker?.kind === 'tag' && <TagPicker target={picker.target} onClose={close} />}
      {picker?.kind === 'active-tag' && <ActiveTagPicker onClose={close} />}
      {picker?.kind === 'duplicate' && picker.target.kind === 'highlight' && (
        <DuplicatePicker highlight={picker.target.highlight} onClose={close} />
      )}
      {picker?.kind === 'relation' && picker.target.kind === 'highlight' && (
        <RelationDialog ends={linkedIn(picker.target.highlight)} passage={picker.target.highlight} onClose={close} />
      )}
      {picker?.kind === 'occurrences' && <OccurrencesDialog target={picker.target} onClose={close} />}
      {picker?.kind === 'entity' && <EntityPicker target={picker.target} onClose={close} />}
      {picker?.kind === 'outline' && <OutlinePicker target={picker.target} onClose={close} />}
    </>
  );
}

function ActionBar({ recent }: { recent: readonly (Tag | null)[] }) {
  const bar = useRef<HTMLDivElement>(null);
  useStoreAfterPaint(selection, actedOn);
  useStoreAfterPaint(activeTag, actedOn);
  const acted = useStoreAfterPaint(textPort, actedOn);
  const port = useStore(textPort, (now) => now.port);

  useLayoutEffect(() => {
    const follow = () => bar.current && port && placeBeside(bar.current, port);
    follow();
    return textPort.subscribe(follow);
  });

  if (acted === null) return null;
  const [colour, ...held] = acted.split(' ');
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Esc leaves the toolbar, whichever button has the keyboard
    <div
      className="passage-actions"
      ref={bar}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        // While a tag is active it leaves that as well.
        if (!activeTag.get().tag) event.stopPropagation();
        port?.focus();
      }}
    >
      <ActionButtons colour={COLOURS.find((each) => each === colour) ?? null} held={held.join(' ')} recent={recent} />
    </div>
  );
}

/**
 * What the buttons say of what they act on: the colour of a highlight and the ids of its tags, a space between two; empty for words
 * that are none yet, null where there is nothing to act on: words that are given the active tag hide no line of the text.
 */
function actedOn(): string | null {
  const { port } = textPort.get();
  const target = port && !port.dragging() ? currentTarget() : null;
  if (!target || (activeTag.get().tag && selection.get().passage)) return null;
  return target.kind === 'highlight' ? [target.highlight.colour, ...target.highlight.tagIds].join(' ') : '';
}

/** Puts the bar beside the lines it is about; hidden where they are off the screen. */
function placeBeside(bar: HTMLElement, port: TextPort): void {
  const lines = port.lines();
  bar.style.visibility = lines ? 'visible' : 'hidden';
  if (!lines) return;
  bar.style.maxWidth = `${lines.screen.width - 2 * GAP}px`;
  const spot = spotFor(lines, { width: bar.offsetWidth, height: bar.offsetHeight });
  bar.style.left = `${spot.left}px`;
  bar.style.top = `${spot.top}px`;
}

/**
 * The buttons. The bar moves with every frame of the text; these are drawn anew only when they say something else.
 * @param colour of the highlight they act on, null for words that are none yet
 * @param held ids of its tags, a space between two
 */
const ActionButtons = memo(function ActionButtons({
  colour,
  held,
  recent,
}: {
  colour: Colour | null;
  held: string;
  recent: readonly (Tag | null)[];
}) {
  useLanguage();
  return (
    <Toolbar label={t('passage.actions')}>
      {COLOURS.map((each, at) => (
        <Button
          key={each}
          className="swatch"
          aria-label={t(COLOUR_LABELS[each])}
          aria-pressed={colour === each}
          data-colour={each}
          data-current={colour === each}
          data-key={at + 1}
          onPress={() => run(`passage.${each}`)}
        />
      ))}
      <ToolbarLine />
      {ACTIONS.map(({ id, label, key }) => (
        <Button key={id} className="button quiet" aria-label={t(label)} onPress={() => run(id)}>
          {t(label)}
          <kbd data-key={formatShortcut(key)} />
        </Button>
      ))}
      <MoreActions isHighlight={colour !== null} run={run} />
      {colour !== null && (
        <IconButton label={t('passage.remove')} icon={Trash2} shortcut="Delete" onPress={() => run('passage.remove')} />
      )}
      <RecentTagButtons tags={recent} held={held.split(' ')} run={run} />
    </Toolbar>
  );
});

function run(id: string): void {
  runCommand(id);
  // A picker takes the keyboard itself; everything else gives it back to the text.
  if (pickers.get().open === null) textPort.get().port?.focus();
}
