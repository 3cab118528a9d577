import './page.css';
import '@recogito/text-annotator/text-annotator.css';
import { Origin } from '@annotorious/core';
import { createTextAnnotator, type TextAnnotation, type TextAnnotator } from '@recogito/text-annotator';
import type { Mark } from '../text.ts';
import { container, listen, paragraphs } from './plain-page.ts';

/**
 * The annotation library people use today, at its best: its default renderer, which is the quicker of its two, and ready ranges
 * given to its store, because from offsets it walks the whole text for every highlight.
 */

let lines: readonly string[] = [];
let marks: readonly Mark[] = [];
let annotator: TextAnnotator<TextAnnotation, TextAnnotation> | null = null;
let isAtMiddle = false;
let added = 0;
let isDone = () => false;

// It tells the console of every redraw, which would be timed too.
console.log = () => {};

const layer = () => container().querySelector('.r6o-span-highlight-layer');

/** Annotations with ranges in the paragraphs that are mounted. */
function annotationsOf(all: readonly Mark[]): TextAnnotation[] {
  const nodes = Array.from(container().querySelectorAll('p'), (each) => each.firstChild);
  const starts = [0];
  for (const line of lines) starts.push((starts.at(-1) ?? 0) + line.length + 1);
  const place = (offset: number): readonly [Node, number] => {
    let low = 0;
    let high = nodes.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    const node = nodes[low];
    if (!node) throw new RangeError('There is no text.');
    return [node, Math.min(offset - (starts[low] ?? 0), lines[low]?.length ?? 0)];
  };
  return all.map(({ start, end }) => {
    const range = document.createRange();
    range.setStart(...place(start));
    range.setEnd(...place(end));
    const id = `a${added++}`;
    return { id, bodies: [], target: { annotation: id, selector: [{ quote: range.toString(), start, end, range }] } };
  });
}

listen({
  prepare(allLines, allMarks) {
    lines = allLines;
    marks = allMarks;
  },
  open() {
    const text = container();
    text.append(paragraphs(lines));
    annotator = createTextAnnotator<TextAnnotation, TextAnnotation>(text, { annotatingEnabled: false });
    annotator.state.store.bulkAddAnnotations(annotationsOf(marks), true, Origin.REMOTE);
    isDone = () => layer()?.hasChildNodes() ?? false;
  },
  jump() {
    const pane = document.scrollingElement;
    if (!pane) return;
    isAtMiddle = !isAtMiddle;
    const goal = isAtMiddle ? Math.floor((pane.scrollHeight - pane.clientHeight) / 2) : 0;
    const before = layer()?.firstChild;
    pane.scrollTop = goal;
    isDone = () => Math.abs(pane.scrollTop - goal) < 2 && layer()?.firstChild !== before;
  },
  add() {
    const [first] = marks;
    if (!first) return;
    const [annotation] = annotationsOf([{ start: first.start + (added % 50), end: first.start + (added % 50) + 30 }]);
    if (!annotation) return;
    annotator?.state.store.addAnnotation(annotation, Origin.REMOTE);
    isDone = () => document.querySelector(`[data-annotation="${annotation.id}"]`) !== null;
  },
  isDone: () => isDone(),
});
