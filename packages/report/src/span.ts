import { cellsOf, displayWidth } from "./display-width.ts";

/** How a piece of text stands out where there are colours. */
export type Style = "bold" | "dim" | "alarm" | "warning" | "good" | "heading";

/** A piece of a line. */
export interface Span {
  readonly text: string;
  readonly style?: Style;
}

/** A line of output before it is painted; no longer than the page is wide. */
export type Line = readonly Span[];

/** The cells that a line takes. */
export function lineWidth(line: Line): number {
  return line.reduce((sum, { text }) => sum + displayWidth(text), 0);
}

interface Word extends Span {
  readonly width: number;
  /** Whether a space stands before it. */
  readonly spaced: boolean;
}

function wordsOf(spans: Line): readonly Word[] {
  const words: Word[] = [];
  let spaced = false;
  for (const { text, style } of spans) {
    const pieces = text.split(/ +/);
    pieces.forEach((piece, index) => {
      if (index > 0) spaced = true;
      if (piece === "") return;
      words.push({ text: piece, ...(style && { style }), width: displayWidth(piece), spaced });
      spaced = false;
    });
  }
  return words;
}

/** A word that is wider than a line, in pieces that fit. */
function breakWord(word: Word, width: number): readonly Word[] {
  if (word.width <= width) return [word];
  const pieces: Word[] = [];
  let text = "";
  let used = 0;
  for (const cell of cellsOf(word.text)) {
    if (used + cell.width > width && text !== "") {
      pieces.push({ ...word, text, width: used, spaced: pieces.length === 0 ? word.spaced : true });
      text = "";
      used = 0;
    }
    text += cell.text;
    used += cell.width;
  }
  return [...pieces, { ...word, text, width: used, spaced: pieces.length === 0 ? word.spaced : true }];
}

/** Breaks text into lines of at most `width` cells, at spaces where it can; U+00A0 does not break. */
export function wrap(spans: Line, width: number): readonly Line[] {
  const lines: Span[][] = [];
  let used = 0;
  for (const word of wordsOf(spans).flatMap((long) => breakWord(long, width))) {
    const line = lines.at(-1);
    const gap = word.spaced ? 1 : 0;
    const style = word.style && { style: word.style };
    if (line === undefined || used + gap + word.width > width) {
      lines.push([{ text: word.text, ...style }]);
      used = word.width;
    } else {
      line.push({ text: " ".repeat(gap) + word.text, ...style });
      used += gap + word.width;
    }
  }
  return lines;
}

/** Wraps behind a margin: `first` before the first line, as many spaces before the others. */
export function wrapBehind(first: Line, spans: Line, columns: number): readonly Line[] {
  const margin = lineWidth(first);
  const rest = [{ text: " ".repeat(margin) }];
  return wrap(spans, Math.max(2, columns - margin)).map((line, index) => [...(index === 0 ? first : rest), ...line]);
}
