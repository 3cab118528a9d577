import type { ExportKind } from '../../main/contract/index.ts';
import { createStore } from './store.ts';

/** The dialogs of the frame; one at a time. */
export type DialogState =
  | { readonly kind: 'commands' }
  | { readonly kind: 'go-to' }
  | { readonly kind: 'shortcuts' }
  | { readonly kind: 'settings' }
  | { readonly kind: 'history' }
  | { readonly kind: 'trash' }
  | { readonly kind: 'check' }
  | { readonly kind: 'new-notebook' }
  | { readonly kind: 'open-notebook' }
  | { readonly kind: 'export'; readonly subject?: { readonly kind: ExportKind; readonly id: string } }
  | { readonly kind: 'paste'; readonly text: string }
  | { readonly kind: 'tag'; readonly id: string }
  | { readonly kind: 'source'; readonly id: string };

export const dialogs = createStore<{ readonly open: DialogState | null }>({ open: null });

export function openDialog(dialog: DialogState): void {
  dialogs.set({ open: dialog });
}

export function closeDialog(): void {
  dialogs.set({ open: null });
}
