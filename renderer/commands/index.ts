export * from './menu.ts';
export * from './registry.ts';
export * from './shortcuts.ts';
