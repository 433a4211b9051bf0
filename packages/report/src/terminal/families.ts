import { FAMILIES, type Family, type Measurement } from "@corpulse/measurement";
import { displayWidth } from "../display-width.ts";
import { formatCertainty, formatValue } from "../format-value.ts";
import { meaningOf } from "../meaning-of.ts";
import type { Page } from "../page.ts";
import { PRIMARY_PANEL } from "../primary-panel.ts";
import type { Report } from "../report.ts";
import { type Line, lineWidth, type Span, wrap, wrapBehind } from "../span.ts";
import { titleOf } from "../title-of.ts";

const HEADINGS: Readonly<Record<Family, readonly [title: string, subtitle: string]>> = {
  size: ["SIZE", "how much there is"],
  "ngram-entropy": ["VARIETY", "how varied the language is"],
  "self-bleu": ["SELF-BLEU", "how much of a document the others already say"],
  "near-duplicates": ["COPIES", "how many documents are the same or almost"],
  "embedding-spread": ["SPREAD", "how far apart documents lie as vectors"],
};

/** One number, ready to be laid out. */
interface Row {
  readonly value: string;
  readonly mark: string;
  readonly title: string;
  readonly meaning: string;
  readonly certainty: string;
  readonly primary: boolean;
}

function subtitleOf(family: Family, { settings }: Report, page: Page): string {
  const subtitle = HEADINGS[family][1];
  if (family !== "embedding-spread" || settings.embedding === undefined) return subtitle;
  return `${subtitle} (${page.show(String(settings.embedding))})`;
}

/** A sentence as it continues after a colon. */
function lowerFirst(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}

function wideLines(row: Row, valueWidth: number, page: Page): readonly Line[] {
  const { value, mark, title, meaning, certainty, primary } = row;
  const gutter: Line = [
    { text: `  ${" ".repeat(Math.max(0, valueWidth - displayWidth(value)))}` },
    { text: value, ...(primary && { style: "bold" }) },
    { text: ` ${mark}  `, style: "dim" },
  ];
  if (!primary) {
    const interval: Span = { text: certainty === "exact" || certainty === "" ? "" : ` ${certainty}`, style: "dim" };
    const clause: Span = { text: ` ${lowerFirst(meaning)}`, style: "dim" };
    return wrapBehind(gutter, [{ text: `${title}:` }, clause, interval], page.columns);
  }
  const room = page.columns - lineWidth(gutter) - displayWidth(title) - displayWidth(certainty);
  const first: Line =
    room >= 2
      ? [
          { text: title, style: "bold" },
          { text: " ".repeat(room) + certainty, style: "dim" },
        ]
      : [{ text: `${title} ${certainty}`, style: "bold" }];
  const margin: Line = [{ text: " ".repeat(lineWidth(gutter)) }];
  const head = room >= 2 ? [[...gutter, ...first]] : wrapBehind(gutter, first, page.columns);
  return [...head, ...wrapBehind(margin, [{ text: meaning }], page.columns)];
}

function narrowLines({ value, mark, title, meaning, certainty, primary }: Row, page: Page): readonly Line[] {
  const number: Line = [
    { text: value, style: "bold" },
    { text: certainty === "" ? ` ${mark} ` : ` ${mark} ${certainty}. `, style: "dim" },
  ];
  return [
    ...wrapBehind([{ text: "  " }], [{ text: title, ...(primary && { style: "bold" }) }], page.columns),
    ...wrapBehind([{ text: "    " }], [...number, { text: meaning }], page.columns),
  ];
}

function isPrimary({ family, id }: Measurement): boolean {
  return PRIMARY_PANEL[family].includes(id);
}

function rowsOf(measurements: readonly Measurement[], report: Report, page: Page): readonly Row[] {
  const meaning = meaningOf(report);
  const row = (measurement: Measurement, primary: boolean): Row => ({
    value: measurement.value === null ? page.marks.none : formatValue(measurement),
    mark: page.marks.direction[measurement.direction],
    title: page.show(titleOf(measurement, report)),
    meaning: page.show(meaning(measurement)),
    certainty: measurement.value === null ? "" : formatCertainty(measurement),
    primary,
  });
  return [
    ...measurements.filter(isPrimary).map((measurement) => row(measurement, true)),
    ...measurements.filter((measurement) => !isPrimary(measurement)).map((measurement) => row(measurement, false)),
  ];
}

function legend(report: Report, page: Page): readonly Line[] {
  const { higher, lower, neither } = page.marks.direction;
  const estimated = report.measurements.some(({ interval }) => interval !== null);
  const certainty = estimated ? "Exact, unless [low, high] is given." : "All exact.";
  const signs = `${higher}\u00A0more is more diverse, ${lower}\u00A0less is, ${neither}\u00A0neither`;
  const advice = "Most values move with corpus size: compare only equal sizes.";
  return wrap([{ text: `${signs}. ${certainty} ${advice}`, style: "dim" }], page.columns);
}

/** Every number, family by family: the primary panel in two lines each, the others in one. */
export function families(report: Report, page: Page): readonly Line[] {
  const shown = FAMILIES.map((family): readonly [Family, readonly Row[]] => [
    family,
    rowsOf(
      report.measurements.filter((one) => one.family === family),
      report,
      page,
    ),
  ]).filter(([, rows]) => rows.length > 0);
  if (shown.length === 0) return [];
  const valueWidth = Math.max(...shown.flatMap(([, rows]) => rows.map(({ value }) => displayWidth(value))));
  const body = shown.flatMap(([family, rows]) => [
    [],
    ...wrapBehind(
      [{ text: HEADINGS[family][0], style: "heading" }, { text: "  " }],
      [{ text: subtitleOf(family, report, page), style: "dim" }],
      page.columns,
    ),
    ...rows.flatMap((row) => (page.narrow ? narrowLines(row, page) : wideLines(row, valueWidth, page))),
  ]);
  return [...legend(report, page), ...body];
}
