export * from '../store/index.ts';
export * from './dialogs.ts';
export * from './notebook.ts';
export * from './place.ts';
export * from './queries.ts';
export * from './reading.ts';
export * from './saving.ts';
export * from './selection.ts';
