import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import {
  type App,
  createApp,
  type Inbox,
  type Log,
  type Parsers,
  type Ports,
  processParsers,
  tendHere,
} from '../app/index.ts';
import { CallFailed, type CallOptions, type Input, type MethodName, type Output } from '../contract/index.ts';
import { chromiumPrinter, here, preferencesFile, programFiles, userPlaces } from '../host/index.ts';
import { pathInbox, pathOutbox } from './files.ts';
import { complain } from './print.ts';

/** An app of this process's own with one notebook open, asked directly. */
export interface Session {
  /** @throws CallFailed */
  call<M extends MethodName>(method: M, input: Input<M>, options?: CallOptions): Promise<Output<M>>;
  /** The same for a method and an input nobody has looked at yet. @throws CallFailed */
  callAny(method: string, input: unknown): Promise<unknown>;
}

export interface SessionOptions {
  /** Make the notebook instead of opening it. */
  readonly create?: boolean;
  /** Where an export goes; its own file name in the current folder when left out, but then nothing is replaced. */
  readonly output?: string;
  /** Who parses files, where that need not be a process of its own. */
  readonly parsers?: Parsers;
}

/** Does work for which no notebook has to be open, and closes whichever is afterwards. */
export async function withApp<T>(work: (session: Session) => Promise<T>): Promise<T> {
  const inbox = pathInbox();
  const app = createApp(ports(preferences(), inbox));
  try {
    return await work(sessionOf(app));
  } finally {
    await app.close();
    inbox.close();
  }
}

/** Opens the notebook, does the work, and closes it whatever happens. */
export async function withNotebook<T>(
  path: string,
  work: (session: Session) => Promise<T>,
  { create = false, ...options }: SessionOptions = {},
): Promise<T> {
  const settings = preferences();
  const inbox = pathInbox();
  const app = createApp(ports(settings, inbox, options));
  const session = sessionOf(app);
  try {
    const { name, reason } = await session.call(create ? 'notebook.create' : 'notebook.open', { path: resolve(path) });
    // Whatever is printed may be less than what the notebook holds, so whoever reads it should know.
    if (reason === 'newer') complain(`“${name}” was made by a newer version of Lectern and is open for reading only.`);
    settings.unlock();
    return await work(session);
  } finally {
    await app.close();
    inbox.close();
  }
}

function sessionOf(app: App): Session {
  const callAny = async (method: string, input: unknown, options?: CallOptions) => {
    const answer = await app.handle(method, input, options);
    if ('failure' in answer) throw new CallFailed(answer.failure);
    return answer.output;
  };
  return {
    callAny,
    call: async <M extends MethodName>(method: M, input: Input<M>, options?: CallOptions) =>
      (await callAny(method, input, options)) as Output<M>,
  };
}

function ports(settings: ReturnType<typeof preferences>, inbox: Inbox, options: SessionOptions = {}): Ports {
  const log: Log = { error: (message, cause) => complain(`${message} ${cause ?? ''}`) };
  const {
    output,
    parsers = processParsers(programFiles().reading, (why) => log.error('A file could not be parsed:', why)),
  } = options;
  return {
    clock: Date.now,
    random: (count) => randomBytes(count),
    parsers,
    tending: tendHere(parsers),
    // A script that opens a notebook a hundred times would push out what a person may want back.
    automaticBackups: null,
    inbox,
    outbox: pathOutbox(output),
    printPage: chromiumPrinter(),
    preferences: settings,
    places: places(),
    log,
  };
}

const places = () => userPlaces(here(programFiles().resources));

/**
 * The user's preferences, not written to until `unlock`: a notebook a script opens is none the user opened, and has no
 * place in the list of recent ones.
 */
function preferences() {
  const file = preferencesFile(places().preferences);
  let locked = true;
  return {
    read: () => file.read(),
    write: async (value: unknown) => {
      if (!locked) await file.write(value);
    },
    unlock() {
      locked = false;
    },
  };
}
