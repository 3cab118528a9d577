import { closeDialog, type DialogState, dialogs, notebook, useStore } from '../state/index.ts';
import { fetchedDialog } from '../ui/index.ts';

/** The dialogs that need no notebook. */
const ALWAYS = new Set<DialogState['kind']>([
  'commands',
  'shortcuts',
  'settings',
  'new-notebook',
  'open-notebook',
  'recovery',
]);

const OneDialog = fetchedDialog(async () => (await import('./one-dialog.tsx')).OneDialog);

/** Whichever dialog of the frame is open. */
export function FrameDialogs() {
  const dialog = useStore(dialogs, (now) => now.open);
  const hasNotebook = useStore(notebook, (now) => now.status?.open ?? false);
  if (!dialog || !(hasNotebook || ALWAYS.has(dialog.kind))) return null;
  return <OneDialog dialog={dialog} onClose={() => closeDialog(dialog)} />;
}
