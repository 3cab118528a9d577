export * from './ask-for-notebook.ts';
export * from './commands.ts';
export * from './leaving.ts';
export * from './notebooks.ts';
export * from './preferences.ts';
export * from './session.ts';
export * from './window-commands.ts';
