import { mayImport } from './importing.ts';

let open: (() => void) | undefined;

/** The one file chooser of the window; `serve` is for the component that has it. */
export const fileChooser = {
  serve(opener: () => void): () => void {
    open = opener;
    return () => {
      open = undefined;
    };
  },
};

/** Shows the system's dialog for files to import. */
export function chooseFiles(): void {
  if (mayImport()) open?.();
}
