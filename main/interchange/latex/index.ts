/** LaTeX out, as a summary, with its sources for biblatex beside it. */
export { latexWriter } from './write.ts';
