export * from './dates.ts';
export * from './encodings.ts';
export * from './entity-types.ts';
export * from './format.ts';
export * from './format-name.ts';
export * from './language-name.ts';
export * from './translate.ts';
