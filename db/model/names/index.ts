/** Names in running text: pure, and the same for one name and for ten thousand. Offsets are UTF-16 units here. */
export { wordForms } from './forms.ts';
export { type LikelyName, type LikelyNames, likelyNames } from './likely-names.ts';
export { longestNames, type Naming } from './longest.ts';
export { type NameWord, nameWords, type OwnedName } from './name.ts';
export { type NameFinder, type NameMatch, nameFinder } from './name-finder.ts';
export { soundKey, wordKey } from './name-keys.ts';
export { slipsToBeginning } from './slips.ts';
