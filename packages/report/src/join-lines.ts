import type { Line, Span, Style } from "./span.ts";

/** Plain ANSI codes (ECMA-48), which every terminal of the last forty years understands. */
const CODES: Readonly<Record<Style, string>> = {
  bold: "1",
  dim: "2",
  heading: "1",
  alarm: "1;31",
  warning: "1;33",
  good: "1;32",
};

function paint({ text, style }: Span): string {
  return style === undefined || text.trim() === "" ? text : `\x1b[${CODES[style]}m${text}\x1b[0m`;
}

/** Joins lines to text, painted or plain, without trailing spaces. U+00A0 has done its work and becomes a space. */
export function joinLines(lines: readonly Line[], color: boolean): string {
  const rows = lines.map((line) => {
    const spans = line.filter(({ text }) => text !== "");
    const last = spans.findLastIndex(({ text }) => text.trim() !== "");
    return spans
      .slice(0, last + 1)
      .map((span, index) => (index === last ? { ...span, text: span.text.trimEnd() } : span))
      .map((span) => (color ? paint(span) : span.text))
      .join("");
  });
  return `${rows.join("\n").replaceAll("\u00A0", " ")}\n`;
}
