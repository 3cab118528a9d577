import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type InlineConfig } from 'vite';

/**
 * The page that draws PDF pages for the window, `facsimile.html`: one file that carries all it needs, because it is shown where
 * nothing can be fetched. Its one program is named by its hash in `facsimile.hash`, which the shells put into the policy.
 * @param common of every build of a browser's program
 * @param output the folder of the window's bundle
 */
export async function buildFacsimile(root: string, common: InlineConfig, output: string): Promise<void> {
  const pdfjs = join(root, 'node_modules/pdfjs-dist');
  const program = await bundle(join(root, 'renderer/facsimile/frame/program.ts'), 'es', common);
  // A page without an origin may start workers of the older kind only.
  const worker = await bundle(join(pdfjs, 'build/pdf.worker.mjs'), 'iife', common);
  // The one sequence that would end the element early, wherever it stands in a string or an expression.
  const code = program.code.replaceAll('</script', '<\\/script');
  if (code.includes('<!--')) throw new Error('The program cannot stand in a page: it holds a comment of HTML.');

  const listed = (folder: string, pattern: RegExp) =>
    readdirSync(join(pdfjs, folder))
      .filter((name) => pattern.test(name))
      .map((name) => ({ name, bytes: readFileSync(join(pdfjs, folder, name)) }));
  const carried = [
    { name: 'pdf.worker.js', bytes: Buffer.from(worker.code) },
    ...listed('cmaps', /\.bcmap$/),
    ...listed('standard_fonts', /^Foxit(?:Dingbats|Symbol)\.pfb$/),
    ...listed('wasm', /^(?:jbig2|openjpeg)\.wasm$/),
  ];
  const holders = carried.map(
    ({ name, bytes }) => `<script type="application/base64" data-file="${name}">${bytes.toString('base64')}</script>`,
  );
  const page = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="color-scheme" content="light dark">
<title>Lectern</title>
</head>
<body>
${holders.join('\n')}
<script type="module">${code}</script>
</body>
</html>
`;
  writeFileSync(join(output, 'facsimile.html'), page);
  writeFileSync(join(output, 'facsimile.hash'), createHash('sha256').update(code).digest('base64'));

  const licences = [
    program.licences,
    ...[
      ...listed('cmaps', /^LICENSE/),
      ...listed('standard_fonts', /^LICENSE_FOXIT$/),
      ...listed('wasm', /^LICENSE_(?:PDFJS_)?(?:JBIG2|OPENJPEG)$/),
    ].map(({ name, bytes }) => `## ${name}\n\n${bytes.toString('utf8')}`),
  ];
  writeFileSync(join(output, 'facsimile-licenses.md'), licences.join('\n\n'));
}

/** One program with all it imports, and the licences of that. */
async function bundle(
  input: string,
  format: 'es' | 'iife',
  common: InlineConfig,
): Promise<{ readonly code: string; readonly licences: string }> {
  const built = await build({
    ...common,
    build: {
      write: false,
      target: 'esnext',
      license: { fileName: 'licenses.md' },
      modulePreload: false,
      rolldownOptions: {
        input,
        output: { format },
        // The worker asks where it lies only to load what is carried here.
        onLog: (level, log, tell) => log.code === 'EMPTY_IMPORT_META' || tell(level, log),
      },
    },
  });
  const parts = [built].flat().flatMap((each) => ('output' in each ? each.output : []));
  const programs = parts.filter((part) => part.type === 'chunk');
  const [program] = programs;
  if (program === undefined || programs.length > 1) throw new Error(`${input} is not one program.`);
  const licences = parts.flatMap((part) => (part.type === 'asset' ? [String(part.source)] : []));
  return { code: program.code, licences: licences.join('\n\n') };
}
