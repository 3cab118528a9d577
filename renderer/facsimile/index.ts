export { showPages, useFacsimile } from './facsimile.ts';
export { FacsimileButton } from './facsimile-button.tsx';
export { ReadView } from './read-view.tsx';
