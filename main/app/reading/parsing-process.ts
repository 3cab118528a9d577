import { type ChildProcess, fork } from 'node:child_process';
import { getCompileCacheDir } from 'node:module';
import type { Writable } from 'node:stream';
import { FILES, type Question, type Reply } from './messages.ts';
import { OUT_OF_MEMORY, type Watch } from './watching.ts';

/** How much of its last words is kept, in UTF-16 units. */
const LAST_WORDS = 4000;

/** Of the heap what is new, in megabytes: pieces of a text come and go, and a fourth of this has them moved about again and again. */
const YOUNG = 64;

/** What parsing one file may take: no parser's time and memory are known beforehand, and a file can be made to exhaust them. */
export interface ParsingLimits {
  /** Of JavaScript's heap, in megabytes. */
  readonly heap: number;
  /** Of the computer's memory, in megabytes: the heap, the program, the bytes of the file and what they are unpacked to. */
  readonly memory: number;
  /** From a file's bytes to its blocks. */
  readonly milliseconds: number;
}

/** The process ended, by itself or because it was ended, before it answered. */
export class ProcessEnded extends Error {
  readonly outOfMemory: boolean;

  constructor(code: number | null, signal: string | null, lastWords: string) {
    super(`The parsing process ended with ${signal ?? code}. ${lastWords}`.trimEnd());
    this.outOfMemory = lastWords.includes(OUT_OF_MEMORY);
  }
}

/** One process that parses, as the one that started it holds it. It keeps that one from ending only while it is asked. */
export class ParsingProcess {
  readonly #child: ChildProcess;
  #waiting: { resolve(reply: Reply): void; reject(error: Error): void } | undefined;
  #ended: Error | undefined;
  /** Between being told to end and its end it seems to live. */
  #isEnding = false;
  #lastWords = '';

  readonly limits: ParsingLimits;

  constructor(entry: string, limits: ParsingLimits) {
    this.limits = limits;
    const { heap, memory } = limits;
    const watch: Watch = { parent: process.pid, megabytes: memory };
    this.#child = fork(entry, [JSON.stringify(watch)], {
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc', 'pipe'],
      execArgv: [`--max-old-space-size=${heap}`, `--max-semi-space-size=${YOUNG}`],
      // Electron's program becomes Node by this. Compiled code is kept, so that a process is there sooner.
      env: { ...process.env, ELECTRON_RUN_AS_NODE: '1', NODE_COMPILE_CACHE: getCompileCacheDir() },
    });
    this.#child.stderr?.setEncoding('utf8').on('data', (words: string) => {
      this.#lastWords = (this.#lastWords + words).slice(-LAST_WORDS);
    });
    // What does not arrive is answered by the end.
    this.#files.on('error', () => {});
    this.#child.on('message', (reply: Reply) => this.#settle()?.resolve(reply));
    this.#child.on('error', () => this.end());
    // Not `exit`, after which last words may still come.
    this.#child.on('close', (code, signal) => {
      this.#ended = new ProcessEnded(code, signal, this.#lastWords);
      this.#settle()?.reject(this.#ended);
    });
    this.#hold(false);
  }

  get pid(): number | undefined {
    return this.#child.pid;
  }

  /** Whether it can be asked: it lives and owes nobody an answer. */
  get ready(): boolean {
    return !this.#isEnding && this.#waiting === undefined && this.#ended === undefined && this.#child.connected;
  }

  get #files(): Writable {
    return this.#child.stdio[FILES] as Writable;
  }

  /** The bytes of a file it was asked to take. */
  send(bytes: Uint8Array): void {
    this.#files.write(bytes);
  }

  /** @throws ProcessEnded */
  ask(question: Question): Promise<Reply> {
    if (this.#ended !== undefined) return Promise.reject(this.#ended);
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject };
      this.#hold(true);
      // A question that does not arrive is answered by the end.
      this.#child.send(question, () => {});
    });
  }

  /** At once, whatever it is doing. */
  end(): void {
    this.#isEnding = true;
    this.#child.kill('SIGKILL');
  }

  #settle() {
    const waiting = this.#waiting;
    this.#waiting = undefined;
    this.#hold(false);
    return waiting;
  }

  #hold(busy: boolean): void {
    for (const each of [
      this.#child,
      this.#child.channel,
      this.#child.stderr as { ref?(): void; unref?(): void } | null,
      this.#files as { ref?(): void; unref?(): void },
    ]) {
      if (busy) each?.ref?.();
      else each?.unref?.();
    }
  }
}
