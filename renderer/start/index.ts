export { NewNotebookDialog } from './new-notebook-dialog.tsx';
export { OpenNotebookDialog } from './open-notebook-dialog.tsx';
export { StartScreen } from './start-screen.tsx';
