export { useLibraryCommands } from './commands.ts';
export { Library } from './library.tsx';
export { collectionPaths } from './sources/shelves.ts';
export { newNote, newOutline } from './writings-section.tsx';
