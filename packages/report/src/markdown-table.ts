/** Cells that are Markdown already. */
export type Row = readonly string[];

/**
 * A table of as many rows as fit into a number of characters, and the number of rows that were left out. Cells must not
 * hold line ends.
 */
export function markdownTable(header: Row, rows: readonly Row[], budget: number): string {
  const write = (cells: Row): string => `| ${cells.join(" | ")} |`;
  const lines = [write(header), write(header.map(() => "---"))];
  let used = lines.join("\n").length;
  for (const [index, row] of rows.entries()) {
    const line = write(row);
    used += line.length + 1;
    if (used > budget) return [...lines, "", `… and ${rows.length - index} more in the JSON report.`].join("\n");
    lines.push(line);
  }
  return lines.join("\n");
}
