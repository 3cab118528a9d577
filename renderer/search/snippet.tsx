/** A stretch of text with the matches in it marked; `marks` are UTF-16 offsets of the text. */
export function Snippet({ text, marks }: { text: string; marks: readonly (readonly [start: number, end: number])[] }) {
  const pieces: { readonly at: number; readonly words: string; readonly marked: boolean }[] = [];
  let at = 0;
  for (const [start, end] of marks) {
    if (start < at) continue;
    if (start > at) pieces.push({ at, words: text.slice(at, start), marked: false });
    pieces.push({ at: start, words: text.slice(start, end), marked: true });
    at = end;
  }
  if (at < text.length) pieces.push({ at, words: text.slice(at), marked: false });
  return (
    <span className="snippet" dir="auto">
      {pieces.map((piece) => (piece.marked ? <mark key={piece.at}>{piece.words}</mark> : piece.words))}
    </span>
  );
}
