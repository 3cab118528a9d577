import type { SummaryDocument } from '../summary/index.ts';
import { escapeTex } from './escape.ts';

const FALLBACKS = [
  'Noto Serif',
  'FreeSerif',
  'DejaVu Serif',
  'DejaVu Sans',
  'Noto Naskh Arabic',
  'Noto Sans Hebrew',
  'Noto Serif Georgian',
  'Noto Serif CJK SC',
  'Noto Sans Symbols2',
  'Arial Unicode MS',
  'Segoe UI Emoji',
  'Noto Color Emoji',
];

/**
 * What stands before the text. LuaLaTeX is meant: it takes the letters its first font lacks from others that are there.
 * The older engines compile it too; pdfLaTeX prints the number of a letter it has no font for.
 */
export function preamble(
  document: SummaryDocument,
  letters: readonly string[],
  biblatexStyle: string | undefined,
  hasImages: boolean,
): string {
  const { title, authors = [], language } = document;
  const isNorwegian = /^n[bno](?:-|$)/i.test(language);
  return [
    '% !TEX program = lualatex',
    '% !TEX encoding = UTF-8',
    '\\documentclass[11pt,a4paper]{article}',
    '\\usepackage{iftex}',
    '\\ifPDFTeX',
    '  \\usepackage[T1]{fontenc}',
    '  \\usepackage[utf8]{inputenc}',
    '  \\usepackage{textcomp,lmodern}',
    '  \\newcommand{\\withoutfont}[2]{\\expandafter\\ifx\\csname u8:\\detokenize{#1}\\endcsname\\relax',
    '    \\DeclareUnicodeCharacter{#2}{\\texttt{[U+#2]}}\\fi}',
    ...letters.map((letter) => `  \\withoutfont{${letter}}{${hex(letter)}}`),
    '\\else',
    '  \\usepackage{fontspec}',
    '  \\ifLuaTeX',
    '    \\PassOptionsToPackage{bidi=basic}{babel}',
    '    \\newcommand{\\otherfonts}{}',
    '    \\newcommand{\\otherfont}[1]{\\IfFontExistsTF{#1}{\\edef\\otherfonts{\\otherfonts "#1:mode=harf;",}}{}}',
    ...FALLBACKS.map((font) => `    \\otherfont{${font}}`),
    '    \\directlua{luaotfload.add_fallback("others", {\\otherfonts})}',
    '    \\setmainfont{Latin Modern Roman}[Renderer=HarfBuzz,Ligatures=TeXOff,RawFeature={fallback=others}]',
    '    \\setmonofont{Latin Modern Mono}[Renderer=HarfBuzz,Ligatures=TeXOff,RawFeature={fallback=others}]',
    '  \\else',
    '    \\setmainfont{Latin Modern Roman}[Ligatures=TeXOff]',
    '  \\fi',
    '\\fi',
    ...(isNorwegian
      ? ['\\usepackage{babel}', '\\babelprovide[import=nb,main]{norsk}']
      : ['\\usepackage[english]{babel}']),
    '\\usepackage[margin=2.5cm]{geometry}',
    '\\usepackage{longtable}',
    ...(hasImages
      ? [
          '\\usepackage{graphicx}',
          '\\newlength{\\imagewidth}',
          '\\newcommand{\\noteimage}[4]{\\setlength{\\imagewidth}{#2}%',
          '  \\ifdim\\imagewidth>\\linewidth\\setlength{\\imagewidth}{\\linewidth}\\fi',
          '  \\IfFileExists{\\jobname#1}{\\includegraphics[angle=#3,width=\\imagewidth]{\\jobname#1}}{\\fbox{\\texttt{#1} #4}}}',
        ]
      : []),
    '\\IfFileExists{ulem.sty}{\\usepackage[normalem]{ulem}}{%',
    '  \\newcommand{\\uline}[1]{\\underline{##1}}%',
    '  \\newcommand{\\sout}[1]{\\leavevmode\\setbox0\\hbox{##1}\\rlap{\\raise.5ex\\hbox to\\wd0{\\hrulefill}}\\box0 }}',
    ...(biblatexStyle === undefined
      ? []
      : [`\\usepackage[backend=biber,style=${biblatexStyle}]{biblatex}`, '\\addbibresource{\\jobname.bib}']),
    '\\usepackage[hidelinks,unicode]{hyperref}',
    `\\hypersetup{pdftitle={${escapeTex(title)}},pdfauthor={${escapeTex(authors.join('; '))}}}`,
    '\\setcounter{secnumdepth}{-1}',
    '\\setcounter{tocdepth}{3}',
    '\\setlength{\\parindent}{0pt}',
    '\\setlength{\\parskip}{0.6em}',
    '\\setlength{\\emergencystretch}{3em}',
    '\\newcommand{\\linebreakhere}{\\leavevmode\\newline}',
    '\\newcommand{\\quotationsource}[1]{{\\small\\noindent #1\\par}}',
  ].join('\n');
}

function hex(letter: string): string {
  return (letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
}
