export * from './registry.ts';
export * from './shortcuts.ts';
