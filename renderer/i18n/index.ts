export * from './dates.ts';
export * from './format.ts';
export * from './translate.ts';
