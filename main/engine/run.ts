import { createApp, type Log } from '../app/index.ts';
import { parentPort } from './parent-port.ts';
import { enginePorts } from './ports.ts';
import { serve } from './serve.ts';
import { readSettings } from './settings.ts';
import { shellPrinter } from './shell-printer.ts';

const log: Log = {
  error: (message, cause) => process.stderr.write(`lectern engine: ${message} ${describe(cause)}\n`),
};

/** Runs until the shell is gone; then closes the notebook and ends. */
export function runEngine(): void {
  const settings = readSettings(process.argv);
  const { port, print } = settings.prints ? shellPrinter(parentPort(), settings.spool) : { port: parentPort() };
  const app = createApp(enginePorts(settings, log, print));
  serve(app, port);
  port.onClose(() => void app.close().finally(() => process.exit(0)));
  // Ctrl+C in a terminal reaches this process too; the shell decides when to close.
  process.on('SIGINT', () => {});
}

function describe(cause: unknown): string {
  return cause instanceof Error ? (cause.stack ?? cause.message) : String(cause ?? '');
}
