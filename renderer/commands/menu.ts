import { commandList, runCommand } from './registry.ts';
import { editsText } from './shortcuts.ts';

/** What the commands that mean something else in a text are there; as the input types of `beforeinput` name it. */
const IN_TEXT: Readonly<Record<string, 'undo' | 'redo'>> = { 'history.undo': 'undo', 'history.redo': 'redo' };

/**
 * Runs a command of the shell's menu. While text is edited, Undo and Redo are the text's own, and other commands that
 * are not for texts do nothing: on a Mac the menu, not the page, answers the keys.
 */
export function runMenuCommand(id: string): void {
  const command = commandList().find((each) => each.id === id);
  const focused = document.activeElement;
  if (command?.inText !== false || focused === null || !editsText(focused)) {
    runCommand(id);
    return;
  }
  const deed = IN_TEXT[id];
  if (deed === undefined) return;
  const inputType = deed === 'undo' ? 'historyUndo' : 'historyRedo';
  // An editor with a history of its own takes the event; of any other text the browser keeps the history.
  const isLeftToBrowser = focused.dispatchEvent(
    new InputEvent('beforeinput', { inputType, bubbles: true, cancelable: true }),
  );
  if (isLeftToBrowser) document.execCommand(deed);
}
