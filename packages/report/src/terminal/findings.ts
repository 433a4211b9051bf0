import { displayWidth, truncate, truncateStart } from "../display-width.ts";
import type { RepeatedNgram } from "../evidence.ts";
import type { Finding, NamedDocument } from "../finding.ts";
import { formatCount } from "../format-number.ts";
import type { Page } from "../page.ts";
import type { Report } from "../report.ts";
import { inputName } from "../input-name.ts";
import { type Line, type Span, wrapBehind } from "../span.ts";

const MARGIN = "    ";
/** A place takes at most this share of a line, so that room for the text remains. */
const PLACE_SHARE = 0.4;
/** With less than this beside it, a text gets a line of its own. */
const LEAST_ROOM = 16;

function column(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - displayWidth(text)));
}

function documentLines(documents: readonly NamedDocument[], page: Page): readonly Line[] {
  const { columns, marks, narrow } = page;
  const remarks = documents.map(({ remark }) => page.show(remark));
  const most = narrow ? columns - MARGIN.length : Math.floor(columns * PLACE_SHARE);
  const places = documents.map(({ input, line }) =>
    truncateStart(`${page.show(inputName(input))}:${line}`, most, marks.cut),
  );
  const [placeWidth, remarkWidth] = [places, remarks].map((texts) => Math.max(...texts.map(displayWidth)));
  return documents.flatMap(({ excerpt }, index): readonly Line[] => {
    const remark = remarkWidth === 0 ? "" : `  ${column(remarks[index], remarkWidth)}`;
    const place = `${MARGIN}${column(places[index], placeWidth)}${remark}  `;
    const text = page.show(excerpt);
    if (!narrow)
      return [[{ text: place, style: "dim" }, { text: truncate(text, columns - displayWidth(place), marks.cut) }]];
    return [
      [{ text: truncate(place, columns, marks.cut), style: "dim" }],
      [{ text: truncate(`${MARGIN}${text}`, columns, marks.cut) }],
    ];
  });
}

function ngramLines(ngrams: readonly RepeatedNgram[], page: Page): readonly Line[] {
  const counts = ngrams.map(({ documents }) => formatCount(documents, "document"));
  const width = Math.max(...counts.map((text) => text.length));
  const room = page.columns - MARGIN.length - width - 2;
  return ngrams.flatMap(({ tokens }, index): readonly Line[] => {
    const count: Span = { text: `${MARGIN}${counts[index].padStart(width)}  `, style: "dim" };
    const text = page.show(tokens.join(" "));
    if (room >= LEAST_ROOM) return [[count, { text: truncate(text, room, page.marks.cut) }]];
    return [
      ...wrapBehind([], [count], page.columns),
      [{ text: truncate(MARGIN + text, page.columns, page.marks.cut) }],
    ];
  });
}

function findingLines(finding: Finding, page: Page): readonly Line[] {
  const { severity, title, detail, documents, ngrams } = finding;
  const note = severity === "note";
  const mark = `${page.marks.severity[severity]} `;
  return [
    ...wrapBehind(
      [note ? { text: mark } : { text: mark, style: severity }],
      [{ text: page.show(title), style: "bold" }],
      page.columns,
    ),
    ...wrapBehind([{ text: "  " }], [{ text: page.show(detail) }], page.columns),
    ...(documents.length === 0 ? [] : documentLines(documents, page)),
    ...(ngrams.length === 0 ? [] : ngramLines(ngrams, page)),
    [],
  ];
}

/** What stands out, the worst first, with the documents and sequences that show it. */
export function findings(report: Report, page: Page): readonly Line[] {
  return report.findings.flatMap((finding) => findingLines(finding, page));
}
