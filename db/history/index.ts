export { installJournal } from './journal.ts';
export { beginStep, endStep, listSteps, nextRedo, nextUndo, pruneSteps, type Step, sealStep } from './steps.ts';
export { redo, undo } from './undo.ts';
