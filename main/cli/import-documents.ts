import { CallFailed, type Failure, type ImportedFile } from '../contract/index.ts';
import { complain } from './print.ts';
import type { Session } from './session.ts';

/** A file of the command line. */
export interface GivenFile {
  readonly upload: string;
  readonly name: string;
}

export interface ImportChoices {
  /** Each is tried at what is protected. */
  readonly passwords: readonly string[];
  readonly page: 'whole' | 'article';
  /** Of texts; found out where it is left out. */
  readonly encoding?: string;
}

/** A file and what became of it; one in an archive has to be unpacked again before it can be tried again. */
interface Tried {
  readonly given: GivenFile;
  readonly archive?: GivenFile;
  readonly became: ImportedFile;
}

/**
 * Imports files and, one by one, the files of archives among them; what could be opened by a password is tried again with each.
 * @throws CallFailed where nothing could be imported at all
 */
export async function importDocuments(
  session: Session,
  documents: readonly GivenFile[],
  choices: ImportChoices,
): Promise<readonly ImportedFile[]> {
  if (documents.length === 0) return [];
  const { files, run } = await session.call('sources.import', {
    files: documents.map((file) => ({ ...file, ...asked(choices) })),
  });
  const results: ImportedFile[] = [];
  for (const [index, given] of documents.entries()) {
    const became = files[index];
    if (became === undefined) continue;
    const isArchive = became.failure?.code === 'is-archive';
    for (const tried of isArchive ? await importArchive(session, given, run, choices) : [{ given, became }]) {
      results.push(await unlocked(session, tried, run, choices));
    }
  }
  return results;
}

/** What is asked of the reading of every file. */
function asked({ page, encoding }: ImportChoices): { page: 'whole' | 'article'; encoding?: string } {
  return { page, ...(encoding !== undefined && { encoding }) };
}

async function unlocked(
  session: Session,
  { given, archive, became }: Tried,
  run: string,
  choices: ImportChoices,
): Promise<ImportedFile> {
  let result = became;
  for (const password of choices.passwords) {
    const code = result.failure?.code;
    if (code !== 'password-needed' && code !== 'wrong-password') break;
    try {
      const { upload, name } = archive ? await unpackAgain(session, archive, given) : given;
      const again = await session.call('sources.import', {
        files: [{ upload, name, password, ...asked(choices) }],
        run,
        again: true,
      });
      result = again.files[0] ?? result;
    } catch (error) {
      return { ...result, failure: failureOf(error) };
    }
  }
  return result;
}

async function unpackAgain(session: Session, archive: GivenFile, { name }: GivenFile): Promise<GivenFile> {
  const { files } = await session.call('imports.unpack', { ...archive, only: [name] });
  const [file] = files;
  if (file === undefined || 'failure' in file) {
    throw new CallFailed({ code: 'file-missing', message: `“${name}” is no longer in “${archive.name}”.` });
  }
  return { upload: file.upload, name };
}

/** Every file of an archive, under its path in it; where that ends half-way, those before and why it ended. */
async function importArchive(
  session: Session,
  archive: GivenFile,
  run: string,
  choices: ImportChoices,
): Promise<readonly Tried[]> {
  const tried: Tried[] = [];
  try {
    const { files } = await session.call('imports.unpack', archive);
    for (const file of files) {
      if ('failure' in file) tried.push(await failed(session, run, { ...archive, name: file.path }, file.failure));
      else {
        const given = { upload: file.upload, name: file.path };
        const [became] = (await session.call('sources.import', { files: [{ ...given, ...asked(choices) }], run }))
          .files;
        if (became) tried.push({ given, archive, became });
      }
    }
  } catch (error) {
    tried.push(await failed(session, run, archive, failureOf(error)));
  }
  return tried;
}

/** Of what never came as far as being imported the notebook is told. Where it cannot be, that is said and the import goes on. */
async function failed(
  session: Session,
  run: string,
  given: GivenFile,
  failure: NonNullable<ImportedFile['failure']>,
): Promise<Tried> {
  const { name: fileName } = given;
  try {
    await session.call('imports.keep', { run, files: [{ fileName, outcome: 'failed', failure }] });
  } catch (error) {
    complain(`What became of “${fileName}” could not be kept: ${failureOf(error).message}`);
  }
  return { given, became: { fileName, outcome: 'failed', remarks: [], failure } };
}

/** What was refused and why; a fault of ours goes on. */
function failureOf(error: unknown): Failure {
  if (!(error instanceof CallFailed)) throw error;
  return error.failure;
}
