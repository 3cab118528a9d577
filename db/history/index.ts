export { forgetThings } from './forget.ts';
export { installJournal } from './journal.ts';
export { beginStep, endStep, listSteps, nextRedo, nextUndo, pruneSteps, type Step, sealStep } from './steps.ts';
export { goToStep, redo, takeBack, undo } from './undo.ts';
