import { resolve } from 'node:path';
import { build } from 'vite';

/** A program for a page, ready to be put into a browser; what it exports is the global `bench`. */
export interface Program {
  readonly script: string;
  readonly style: string;
}

/** Bundles a program of `pages/`. */
export async function bundle(name: 'floor' | 'peer' | 'hits'): Promise<Program> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    // A library leaves this to whoever bundles it.
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      target: 'esnext',
      lib: { entry: resolve(import.meta.dirname, `pages/${name}.ts`), name: 'bench', formats: ['iife'] },
    },
  });
  const outputs = Array.isArray(built) ? built.flatMap(({ output }) => output) : 'output' in built ? built.output : [];
  const script = outputs.find((output) => output.type === 'chunk')?.code ?? '';
  const style = outputs.flatMap((output) => (output.type === 'asset' ? [String(output.source)] : [])).join('\n');
  return { script, style };
}
