const ZERO = /^[\p{Mn}\p{Me}\u200D]$/u;

/**
 * Two cells wide: East Asian Wide and Fullwidth (Unicode Standard Annex #11), and everything that terminals draw as an emoji.
 * Where terminals disagree the wider reading is taken, so that no line is ever longer than it is counted.
 */
const WIDE =
  /^[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uA960-\uA97F\uAC00-\uD7A3\uF900-\uFAFF\uFE10-\uFE19\uFE30-\uFE6F\uFF01-\uFF60\uFFE0-\uFFE6\u{16FE0}-\u{18DFF}\u{1AFF0}-\u{1B2FF}\u{1D300}-\u{1D37F}\u{1F1E6}-\u{1F1FF}\u{1F200}-\u{1FAFF}\u{20000}-\u{3FFFD}\p{Emoji_Presentation}]$/u;

const EMOJI_STYLE = "\uFE0F";

/** A piece of text that must stay together, and how many cells it takes. */
export interface Cell {
  readonly text: string;
  readonly width: number;
}

/** Cuts text into pieces that a line may end between: a character with the marks that stand on it. */
export function cellsOf(text: string): readonly Cell[] {
  const cells: { text: string; width: number }[] = [];
  for (const character of text) {
    const last = cells.at(-1);
    if (ZERO.test(character) && last !== undefined) {
      last.text += character;
      // A symbol such as U+2764 is one cell wide until this mark asks for its coloured form.
      if (character === EMOJI_STYLE) last.width = 2;
    } else {
      cells.push({ text: character, width: ZERO.test(character) ? 0 : WIDE.test(character) ? 2 : 1 });
    }
  }
  return cells;
}

/** How many terminal cells a text takes: wide CJK and emoji two, combining marks none. */
export function displayWidth(text: string): number {
  return /^[\x20-\x7E]*$/.test(text) ? text.length : cellsOf(text).reduce((sum, { width }) => sum + width, 0);
}

/** Cuts a text to a width and marks the cut. */
export function truncate(text: string, width: number, mark = "…"): string {
  if (displayWidth(text) <= width) return text;
  const room = width - displayWidth(mark);
  let used = 0;
  let kept = "";
  for (const cell of cellsOf(text)) {
    used += cell.width;
    if (used > room) break;
    kept += cell.text;
  }
  return kept.trimEnd() + mark;
}

/** Cuts the beginning of a text instead: of a path the end says most. */
export function truncateStart(text: string, width: number, mark = "…"): string {
  if (displayWidth(text) <= width) return text;
  const room = width - displayWidth(mark);
  let used = 0;
  let kept = "";
  for (const cell of cellsOf(text).toReversed()) {
    used += cell.width;
    if (used > room) break;
    kept = cell.text + kept;
  }
  return mark + kept.trimStart();
}
