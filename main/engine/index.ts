/** The engine: an app in a process of its own, and the shell's hold on it. */
export { type EngineChild, EngineProcess, type EngineProcessOptions } from './engine-process.ts';
export { forkEngine } from './fork.ts';
export { serve } from './serve.ts';
export { type EngineSettings, writeSettings } from './settings.ts';
