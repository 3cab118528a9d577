import { CallFailed, type Failure } from '../../main/contract/index.ts';
import { keyHeader } from './key.ts';

/**
 * Posts a file's bytes to the shell, which keeps them until the import takes them.
 * @throws CallFailed with the shell's own failure, or `cannot-read` where the file vanished meanwhile
 */
export async function uploadTo(file: File, signal: AbortSignal): Promise<string> {
  const response = await fetch(`upload?name=${encodeURIComponent(file.name)}`, {
    method: 'POST',
    body: file,
    headers: { 'content-type': 'application/octet-stream', ...keyHeader() },
    signal,
  }).catch((error: unknown) => {
    throw new CallFailed(
      signal.aborted
        ? { code: 'cancelled', message: 'Cancelled.' }
        : { code: 'cannot-read', message: String(error), details: { name: file.name } },
    );
  });
  const answer: unknown = await response.json().catch(() => undefined);
  if (isRecord(answer) && typeof answer['upload'] === 'string') return answer['upload'];
  throw new CallFailed(failureIn(answer) ?? { code: 'cannot-read', message: 'The upload was refused.' });
}

/** Lets the browser (or Electron's own dialog) save a file the app has put out. */
export function downloadFrom(id: string, fileName: string): void {
  const link = document.createElement('a');
  link.href = downloadAddress(id);
  link.download = fileName;
  document.body.append(link);
  link.click();
  link.remove();
}

/** Fetches the bytes of a file the app has put out, which is gone then. @throws CallFailed `engine-lost` */
export async function fetchBytes(id: string, signal: AbortSignal): Promise<ArrayBuffer> {
  try {
    const response = await fetch(downloadAddress(id), { signal });
    if (response.ok) return await response.arrayBuffer();
    throw new Error(response.statusText);
  } catch (error) {
    throw new CallFailed({ code: signal.aborted ? 'cancelled' : 'engine-lost', message: String(error) });
  }
}

function downloadAddress(id: string): string {
  return `download/${encodeURIComponent(id)}`;
}

function failureIn(answer: unknown): Failure | undefined {
  if (!isRecord(answer) || !isRecord(answer['failure'])) return undefined;
  const { code, message } = answer['failure'];
  if (code === 'too-large' || code === 'disk-full' || code === 'cannot-write') {
    return { code, message: String(message) };
  }
  return undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
