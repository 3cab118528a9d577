export * from './dates.ts';
export * from './entity-types.ts';
export * from './format.ts';
export * from './translate.ts';
