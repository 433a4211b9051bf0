const line = (cells: readonly string[]): string =>
  `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;

/** A Markdown table; cells are text already. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [line(head), `|${head.map(() => "---|").join("")}`, ...rows.map(line)].join("\n");
}

/** A number to three significant digits, without an exponent; `–` for what is not known. */
export function digits(value: number | null, unit = ""): string {
  if (value === null || !Number.isFinite(value)) return "–";
  const text = value >= 100 ? Math.round(value).toLocaleString("en") : String(Number(value.toPrecision(3)));
  return `${text}${unit}`;
}

/** A ratio, as `2.5×`. */
export const times = (value: number | null): string => digits(value, "×");
