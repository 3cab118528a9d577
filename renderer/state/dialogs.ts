import type { ExportChoices, ExportSubject, Failure } from '../../main/contract/index.ts';
import { createStore } from '../store/index.ts';

/** The dialogs of the frame; one at a time. */
export type DialogState =
  | {
      readonly kind:
        | 'commands'
        | 'go-to'
        | 'shortcuts'
        | 'settings'
        | 'history'
        | 'trash'
        | 'check'
        | 'backups'
        | 'imports'
        | 'import-outline';
    }
  | { readonly kind: 'new-notebook' | 'open-notebook' }
  | { readonly kind: 'export'; readonly subject?: ExportSubject; readonly choices?: ExportChoices }
  | { readonly kind: 'recovery'; readonly path: string; readonly failure: Failure }
  | { readonly kind: 'paste'; readonly text: string; readonly html: string }
  | { readonly kind: 'rename'; readonly noun: RenamableNoun; readonly id: string; readonly name: string }
  | { readonly kind: 'revisions'; readonly noteId: string }
  | { readonly kind: 'new-tag'; readonly parentId: string | null }
  | { readonly kind: 'edit-tag'; readonly id: string }
  | { readonly kind: 'merge-tag'; readonly id: string }
  | { readonly kind: 'tag-passages'; readonly id: string }
  | { readonly kind: 'tag-colours'; readonly sourceIds: readonly string[] }
  | { readonly kind: 'carry-over'; readonly to: string; readonly from: string | null }
  | { readonly kind: 'edit-source'; readonly id: string }
  | { readonly kind: 'edit-sources'; readonly ids: readonly string[] }
  | { readonly kind: 'review-sources'; readonly ids: readonly string[] }
  | { readonly kind: 'encoding'; readonly ids: readonly string[] }
  | { readonly kind: 'original'; readonly id: string }
  | { readonly kind: 'collections'; readonly sourceIds: readonly string[] }
  | { readonly kind: 'new-collection'; readonly parentId: string | null }
  | { readonly kind: 'new-entity'; readonly type?: string }
  | { readonly kind: 'edit-entity'; readonly id: string }
  | { readonly kind: 'entity-types'; readonly edit?: string }
  | { readonly kind: 'import-entities' }
  | { readonly kind: 'export-entities'; readonly type?: string }
  | { readonly kind: 'save-search'; readonly query: string };

/** What the Library gives another name. */
export type RenamableNoun = 'source' | 'collection' | 'tag' | 'entity' | 'note' | 'outline' | 'search';

export const dialogs = createStore<{ readonly open: DialogState | null }>({ open: null });

export function openDialog(dialog: DialogState): void {
  dialogs.set({ open: dialog });
}

/** Closes a dialog; another one opened since stays. */
export function closeDialog(dialog: DialogState): void {
  if (dialogs.get().open === dialog) dialogs.set({ open: null });
}
