import { editsText } from '../commands/index.ts';
import { goToTabStop } from './tab-stops.ts';

/** For how long, in milliseconds, keys wait at most where nothing else is said. */
const PATIENCE = 2_000;

const reasons = new Set<Reason>();
interface Reason {
  /** The key that began it. */
  readonly pressed: string | undefined;
  /** What keys are meant for is seen already: `Esc` is for it as well, and does not end the waiting. */
  readonly isSeen: boolean;
}

/** Keys and where the keyboard was when they were pressed. */
const held: { readonly event: KeyboardEvent; readonly at: Element | null }[] = [];

/**
 * Keeps what is typed from now on, until the function it returns is called: for the moments in which the keyboard is on
 * its way to where the keys are meant to go. Then they are typed there, in their order. `Esc` is not kept.
 * @param pressed the key that began it: pressed again at once, out of impatience, it means nothing more
 * @param patience for how long, in milliseconds, they wait at most; `null` is until they are released or dropped
 */
export function holdKeys(pressed?: string, patience: number | null = PATIENCE): () => void {
  return hold({ pressed, isSeen: false }, patience);
}

function hold(reason: Reason, patience: number | null): () => void {
  reasons.add(reason);
  const release = () => {
    clearTimeout(timer);
    reasons.delete(reason);
    void typeHeld();
  };
  const timer = patience === null ? undefined : setTimeout(release, patience);
  return release;
}

/** Keeps what is typed, `Esc` too, until the keyboard is in `region`, which is seen. Returns what ends that sooner. */
export function holdKeysUntilIn(region: HTMLElement | null): () => void {
  if (!region || region.contains(document.activeElement)) return () => {};
  const release = hold({ pressed: undefined, isSeen: true }, PATIENCE);
  const look = ({ target }: FocusEvent) => {
    if (!(target instanceof Node) || !region.contains(target)) return;
    document.removeEventListener('focusin', look);
    // A field takes one key after the other only when React is done with drawing.
    queueMicrotask(release);
  };
  document.addEventListener('focusin', look);
  return () => {
    document.removeEventListener('focusin', look);
    release();
  };
}

let isTyping = false;

/**
 * Types what was kept, one key after the other: each finds what the one before it has changed on the screen, as it does when
 * it is pressed. One of them may be a reason for those after it to wait.
 */
async function typeHeld(): Promise<void> {
  if (isTyping) return;
  isTyping = true;
  try {
    while (reasons.size === 0) {
      const next = held.shift();
      if (!next) return;
      type(next.event, next.at);
      // What a key changes is drawn in the next microtask; nothing that is pressed now comes between.
      await null;
    }
  } finally {
    isTyping = false;
  }
}

/** Forgets what was typed for something that will not come after all. */
export function dropHeldKeys(): void {
  held.length = 0;
}

/** Called once, before anybody else listens for keys. */
export function listenForHeldKeys(): void {
  window.addEventListener(
    'keydown',
    (event) => {
      if (reasons.size === 0 || !event.isTrusted || event.isComposing || PASSING.has(event.key)) return;
      if (event.key === 'Escape' && ![...reasons].every(({ isSeen }) => isSeen)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      const isImpatient = held.length === 0 && [...reasons].some(({ pressed }) => pressed === event.key);
      if (!isImpatient && !event.repeat) held.push({ event, at: document.activeElement });
    },
    { capture: true },
  );
}

const PASSING: ReadonlySet<string> = new Set(['Control', 'Shift', 'Alt', 'AltGraph', 'Meta', 'Process']);

/**
 * Does what the browser does with a key where the keyboard is. A key that deletes is for what it
 * was pressed on, or for a text the keyboard has come to: never for another thing in a list.
 */
function type(event: KeyboardEvent, pressedAt: Element | null): void {
  const target = document.activeElement ?? document.body;
  if (DELETING.has(event.key) && target !== pressedAt && !editsText(target)) return;
  const again = (kind: 'keydown' | 'keyup') =>
    target.dispatchEvent(
      new KeyboardEvent(kind, { ...whatOf(event), bubbles: true, cancelable: true, composed: true }),
    );
  const isOurs = again('keydown');
  const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
  if (isOurs && isPlain && event.key.length === 1 && editsText(target)) {
    // Deprecated, and the only way in which every kind of field takes a letter as typed.
    document.execCommand('insertText', false, event.key);
  } else if (isOurs && isPlain && PRESSING.has(event.key) && target instanceof HTMLButtonElement) target.click();
  else if (isOurs && isPlain && event.key === 'Tab') goToTabStop(event.shiftKey ? 'before' : 'after');
  again('keyup');
}

const DELETING: ReadonlySet<string> = new Set(['Delete', 'Backspace']);

const PRESSING: ReadonlySet<string> = new Set(['Enter', ' ']);

function whatOf({ key, code, ctrlKey, shiftKey, altKey, metaKey }: KeyboardEvent): KeyboardEventInit {
  return { key, code, ctrlKey, shiftKey, altKey, metaKey };
}
