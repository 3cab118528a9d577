import { ExportListDialog, ImportListDialog } from '../entities/index.ts';
import { RevisionsDialog } from '../notes/index.ts';
import { BackupsDialog, RecoveryDialog } from '../safety/index.ts';
import { NewNotebookDialog, OpenNotebookDialog } from '../start/index.ts';
import { type DialogState, go } from '../state/index.ts';
import { ExportDialog, ImportOutlineDialog, ImportsDialog, PasteDialog } from '../transfer/index.ts';
import { fetchedDialog } from '../ui/index.ts';
import { CarryOverDialog } from './carry-over-dialog.tsx';
import { CheckDialog } from './check-dialog.tsx';
import { CommandsDialog } from './commands-dialog.tsx';
import { GoToDialog } from './go-to-dialog.tsx';
import { HistoryDialog } from './history-dialog.tsx';
import { MergeTagDialog } from './merge-tag-dialog.tsx';
import { RenameDialog } from './rename-dialog.tsx';
import { SaveSearchDialog } from './save-search-dialog.tsx';
import { SettingsDialog } from './settings-dialog.tsx';
import { ShortcutsDialog } from './shortcuts-dialog.tsx';
import { CollectionsDialog } from './source/collections-dialog.tsx';
import { EditSourceDialog } from './source/edit-source-dialog.tsx';
import { EditSourcesDialog } from './source/edit-sources-dialog.tsx';
import { EncodingDialog } from './source/encoding-dialog.tsx';
import { NewCollectionDialog } from './source/new-collection-dialog.tsx';
import { OriginalDialog } from './source/original-dialog.tsx';
import { ReviewSourcesDialog } from './source/review-sources-dialog.tsx';
import { TagColoursDialog } from './tag-colours-dialog.tsx';
import { EditTagDialog, NewTagDialog } from './tag-dialogs.tsx';
import { TagPassagesDialog } from './tag-passages-dialog.tsx';
import { TrashDialog } from './trash-dialog.tsx';
import { EntityTypesDialog } from './types/types-dialog.tsx';
import './dialogs.css';

const EntityDialog = fetchedDialog(async () => (await import('./entity-dialog.tsx')).EntityDialog);
const EditEntityDialog = fetchedDialog(async () => (await import('./entity-dialog.tsx')).EditEntityDialog);

/** One of the dialogs of the frame. */
export function OneDialog({ dialog, onClose }: { dialog: DialogState; onClose: () => void }) {
  switch (dialog.kind) {
    case 'commands':
      return <CommandsDialog onClose={onClose} />;
    case 'go-to':
      return <GoToDialog onClose={onClose} />;
    case 'shortcuts':
      return <ShortcutsDialog onClose={onClose} />;
    case 'settings':
      return <SettingsDialog onClose={onClose} />;
    case 'history':
      return <HistoryDialog onClose={onClose} />;
    case 'trash':
      return <TrashDialog onClose={onClose} />;
    case 'recovery':
      return <RecoveryDialog path={dialog.path} failure={dialog.failure} onClose={onClose} />;
    case 'backups':
      return <BackupsDialog onClose={onClose} />;
    case 'imports':
      return <ImportsDialog onClose={onClose} />;
    case 'import-outline':
      return <ImportOutlineDialog onClose={onClose} />;
    case 'check':
      return <CheckDialog onClose={onClose} />;
    case 'new-notebook':
      return <NewNotebookDialog onClose={onClose} />;
    case 'open-notebook':
      return <OpenNotebookDialog onClose={onClose} />;
    case 'export':
      return <ExportDialog subject={dialog.subject} choices={dialog.choices} onClose={onClose} />;
    case 'paste':
      return <PasteDialog text={dialog.text} html={dialog.html} onClose={onClose} />;
    case 'tag-colours':
      return <TagColoursDialog sourceIds={dialog.sourceIds} onClose={onClose} />;
    case 'rename':
      return <RenameDialog noun={dialog.noun} id={dialog.id} name={dialog.name} onClose={onClose} />;
    case 'revisions':
      return <RevisionsDialog noteId={dialog.noteId} onClose={onClose} />;
    case 'new-tag':
      return <NewTagDialog parentId={dialog.parentId} onClose={onClose} />;
    case 'edit-tag':
      return <EditTagDialog id={dialog.id} onClose={onClose} />;
    case 'merge-tag':
      return <MergeTagDialog id={dialog.id} onClose={onClose} />;
    case 'tag-passages':
      return <TagPassagesDialog id={dialog.id} onClose={onClose} />;
    case 'carry-over':
      return <CarryOverDialog to={dialog.to} from={dialog.from} onClose={onClose} />;
    case 'edit-source':
      return <EditSourceDialog id={dialog.id} onClose={onClose} />;
    case 'edit-sources':
      return <EditSourcesDialog ids={dialog.ids} onClose={onClose} />;
    case 'review-sources':
      return <ReviewSourcesDialog ids={dialog.ids} onClose={onClose} />;
    case 'encoding':
      return <EncodingDialog ids={dialog.ids} onClose={onClose} />;
    case 'original':
      return <OriginalDialog id={dialog.id} onClose={onClose} />;
    case 'collections':
      return <CollectionsDialog sourceIds={dialog.sourceIds} onClose={onClose} />;
    case 'new-collection':
      return <NewCollectionDialog parentId={dialog.parentId} onClose={onClose} />;
    case 'new-entity':
      return (
        <EntityDialog
          type={dialog.type}
          onClose={onClose}
          onSaved={(entity) => go({ view: 'entities', entityId: entity.id })}
        />
      );
    case 'edit-entity':
      return <EditEntityDialog id={dialog.id} onClose={onClose} />;
    case 'import-entities':
      return <ImportListDialog onClose={onClose} />;
    case 'export-entities':
      return <ExportListDialog type={dialog.type} onClose={onClose} />;
    case 'entity-types':
      return <EntityTypesDialog edit={dialog.edit} onClose={onClose} />;
    case 'save-search':
      return <SaveSearchDialog query={dialog.query} onClose={onClose} />;
  }
}
