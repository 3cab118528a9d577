/** The style sheet of an exported page: paper and ink as in the program, light and dark, plain when printed. */
export const STYLE = `
:root { color-scheme: light dark; --paper: #fffefb; --ink: #23211d; --faint: #6a655b; --line: #e4dfd4; --accent: #2f5d62;
  --yellow: #e3b62f; --green: #5fae9d; --red: #d9766a; --blue: #7f93dc; --violet: #b189d3; }
@media (prefers-color-scheme: dark) { :root { --paper: #282725; --ink: #ebe6db; --faint: #aba494; --line: #45413b; --accent: #8cc1bf; } }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.0625rem/1.6 Georgia, "Noto Serif", serif; }
main { max-width: 42rem; margin: 0 auto; padding: 3rem 1.25rem 5rem; overflow-wrap: break-word; }
h1, h2, h3, h4, h5, h6 { line-height: 1.25; margin: 2em 0 0.6em; }
h1 { margin-top: 0; font-size: 1.9rem; } h2 { font-size: 1.45rem; } h3 { font-size: 1.2rem; } h4, h5, h6 { font-size: 1rem; }
.number { color: var(--faint); margin-inline-end: 0.4em; font-weight: normal; }
.subtitle, figcaption, .comment { color: var(--faint); font-family: system-ui, sans-serif; font-size: 0.875rem; }
blockquote { margin: 0; } blockquote p { margin: 0 0 0.5em; }
figure, .quote { margin: 1.25em 0; padding-inline-start: 1rem; border-inline-start: 3px solid var(--line); }
figure.yellow { border-color: var(--yellow); } figure.green { border-color: var(--green); } figure.red { border-color: var(--red); }
figure.blue { border-color: var(--blue); } figure.violet { border-color: var(--violet); }
.missing { border: 1px dashed currentColor; padding: 0.6em 0.75em; margin: 1.25em 0; } .missing p { margin: 0 0 0.3em; }
.missing strong { font-family: system-ui, sans-serif; font-size: 0.875rem; }
pre { overflow-x: auto; padding: 0.75em 1em; border: 1px solid var(--line); } code, pre { font: 0.9em/1.5 ui-monospace, monospace; }
table { border-collapse: collapse; margin: 1.25em 0; } th, td { border: 1px solid var(--line); padding: 0.35em 0.6em; text-align: start; vertical-align: top; }
img { max-width: 100%; height: auto; vertical-align: bottom; } :is(td, th) img { max-width: min(100%, 16rem); }
hr { border: 0; border-top: 1px solid var(--line); margin: 2em 0; }
nav ul { list-style: none; padding: 0; } nav a { text-decoration: none; } .level-2 { padding-inline-start: 1.2em; } .level-3 { padding-inline-start: 2.4em; }
ul.sources { list-style: none; padding: 0; } ul.sources li { padding-inline-start: 1.6em; text-indent: -1.6em; margin: 0 0 0.4em; }
sup.note { font-size: 0.72em; line-height: 0; } .note a { text-decoration: none; } .notes { font-size: 0.9rem; }
a { color: var(--accent); } ul.tasks { list-style: none; padding-inline-start: 1.2em; }
@page { size: A4; margin: 2.2cm 2.5cm 2.4cm; @bottom-center { content: counter(page); font: 9pt system-ui, sans-serif; color: #666; } }
@media print { :root { color-scheme: light; --paper: #fff; --ink: #000; --faint: #555; --line: #ccc; --accent: #000; }
  body { background: none; color: #000; font-size: 11pt; } main { max-width: none; padding: 0; }
  h1, h2, h3, h4, h5, h6 { break-after: avoid; } figure, tr, pre, img, .missing { break-inside: avoid; } img { max-height: 22cm; width: auto; } p, blockquote { orphans: 2; widows: 2; } a { color: inherit; } }
`;
