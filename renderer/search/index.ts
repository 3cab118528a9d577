export { HitSign } from './hit-sign.tsx';
export { type SavedSearch, useSavedSearches, writeSearches } from './saved-searches.ts';
export { SearchBox } from './search-box.tsx';
export { hitKey, openHit, searching } from './searching.ts';
export { Snippet } from './snippet.tsx';
