import { findTextDefects } from '../check/index.ts';
import { LecternError } from '../model/index.ts';
import { createCore } from '../sqlite/connection.ts';
import { inOurWords } from '../sqlite/failures.ts';
import { APPLICATION_ID, type Handle, openHandle } from '../sqlite/handle.ts';
import { quickFindings } from '../sqlite/verify.ts';

/** How closely a copy is looked at: whether every row can be read, or whether the texts are what was imported too. */
export type Depth = 'structure' | 'texts';

/** What was found wrong with the texts and originals of a copy that is sound otherwise; sentences for the log. */
export type Flaws = readonly string[];

/** Looks at a copy that nobody has open. @throws LecternError as `verifyCopy` says */
export type VerifyCopy = (path: string, depth: Depth) => Promise<Flaws>;

/**
 * Opens a finished copy and looks at it; changes nothing. The full-text indexes are left out: they are made anew from
 * the rest.
 * @throws LecternError `notebook-damaged` where it does not prove sound
 */
export function verifyCopy(path: string, depth: Depth): Flaws {
  try {
    const copy = openHandle(path, true);
    try {
      return depth === 'structure' ? structure(copy) : texts(copy);
    } finally {
      copy.close();
    }
  } catch (error) {
    throw inOurWords(error);
  }
}

function structure(copy: Handle): Flaws {
  if (copy.pragma('application_id', { simple: true }) !== APPLICATION_ID) {
    throw new LecternError('notebook-damaged', 'The copy of the notebook is no notebook.');
  }
  const [finding] = quickFindings(copy);
  if (finding === undefined) return [];
  throw new LecternError('notebook-damaged', `The copy of the notebook is damaged: ${finding}.`, { finding });
}

function texts(copy: Handle): Flaws {
  const nobody = () => {
    throw new Error('A copy that is looked at is not written to.');
  };
  const core = createCore(copy, { now: nobody, newId: nobody, inPlace: () => true });
  return findTextDefects(core)
    .filter(({ repairable }) => !repairable)
    .map(({ message }) => message);
}
