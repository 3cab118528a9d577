export { ChoiceList } from './choice-list.tsx';
export { TagChoice } from './tag-choice.tsx';
export { tagPaths, tagsMatching } from './tag-paths.ts';
