import type { Command } from '../commands/index.ts';
import { tell, tellFailure } from '../messages/index.ts';
import { failureOf } from '../state/index.ts';
import type { Finder } from './find/finder.ts';
import type { Printing } from './print/printing.ts';
import type { Session } from './session.ts';
import { stepFrom } from './steering.ts';

interface OpenText {
  readonly session: Session;
  readonly finder: Finder;
  readonly printing: Printing;
}

/** What can be done with the text as a whole while a source is open. */
export function readerCommands({ session, finder, printing }: OpenText): readonly Command[] {
  const toParagraph = (forward: boolean) => {
    const { view, pages, selecting, port } = session;
    port.focus();
    const at = stepFrom(pages, view.rows, selecting.get()?.focus ?? view.firstVisible(), 'block', forward);
    if (at !== null) selecting.set({ anchor: at, focus: at }, { reveal: true });
  };
  return [
    { id: 'find.open', label: 'command.find', shortcut: 'Mod+F', run: finder.open },
    { id: 'find.next', label: 'command.findNext', shortcut: 'F3', run: () => void finder.step(true) },
    {
      id: 'find.previous',
      label: 'command.findPrevious',
      shortcut: 'Shift+F3',
      inText: true,
      run: () => void finder.step(false),
    },
    {
      id: 'text.follow',
      label: 'command.follow',
      shortcut: 'Mod+J',
      inText: false,
      async run() {
        session.port.focus();
        if (!(await session.follow())) tell({ tone: 'status', key: 'reader.nothingToFollow' });
      },
    },
    { id: 'print.show', label: 'command.print', shortcut: 'Mod+P', run: () => void print(printing) },
    {
      id: 'paragraph.next',
      label: 'command.nextParagraph',
      shortcut: 'Mod+ArrowDown',
      local: true,
      run: () => toParagraph(true),
    },
    {
      id: 'paragraph.previous',
      label: 'command.previousParagraph',
      shortcut: 'Mod+ArrowUp',
      local: true,
      run: () => toParagraph(false),
    },
  ];
}

async function print(printing: Printing): Promise<void> {
  try {
    await printing.print();
  } catch (error) {
    tellFailure(failureOf(error), { label: 'ui.tryAgain', run: () => void print(printing) });
  }
}

/** Says that a long text takes a while, and lets the researcher give up waiting. */
export function tellPrintIsLong(stop: () => void): void {
  tell({ tone: 'status', key: 'print.preparing', action: { label: 'ui.cancel', run: stop } });
}
