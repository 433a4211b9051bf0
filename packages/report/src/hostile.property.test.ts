import { Ajv2020 } from "ajv/dist/2020.js";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { displayWidth } from "./display-width.ts";
import { hostileGate, hostileReport } from "./fixtures/hostile-report.ts";
import { formatGateJson } from "./format-gate-json.ts";
import { formatGateMarkdown } from "./format-gate-markdown.ts";
import { formatGateTerminal } from "./format-gate-terminal.ts";
import { formatJson } from "./format-json.ts";
import { formatMarkdown } from "./format-markdown.ts";
import { formatTerminal } from "./format-terminal.ts";
import { GATE_SCHEMA } from "./gate-schema.ts";
import { REPORT_SCHEMA } from "./report-schema.ts";

/** Written apart from the code under test: what no line may hold, whatever the corpus holds. */
const FORBIDDEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;

/** What is wrong with each line of a terminal's text; nothing, if all is well. */
function faultsOnTerminal(text: string, columns: number): readonly string[] {
  const lines = text.split("\n");
  const fault = (line: string): string | null => {
    if (FORBIDDEN.test(line)) return `holds what must not be there: ${JSON.stringify(line)}`;
    if (displayWidth(line) > columns) return `is too long: ${line}`;
    return line === line.trimEnd() ? null : `ends in a space: ${line}`;
  };
  return [
    ...lines.map(fault).filter((one) => one !== null),
    ...(lines.at(-1) === "" ? [] : ["no line end at the end"]),
  ];
}

/** What a renderer of tables sees: cells end at each pipe without a backslash, even within code. */
function pipesIn(row: string): number {
  return row.match(/(?<!\\)\|/g)?.length ?? 0;
}

/** What is wrong with Markdown; nothing, if all is well. */
function faultsOfMarkdown(text: string): readonly string[] {
  const lines = text.split("\n");
  const torn = (line: string, index: number): boolean =>
    line.startsWith("|") &&
    (lines[index - 1] ?? "").startsWith("|") &&
    pipesIn(line) !== pipesIn(lines[index - 1] ?? "");
  // Without code spans nothing is left that could link, mention, format or open an element that is not ours.
  const prose = text
    .replace(/(?<!\\)(`+)(?!`)[^\n]*?(?<!`)\1(?!`)/g, "CODE")
    .replace(/<\/?(?:details|summary|br)>/g, "");
  const live = /@\w|(?<!\\)\[|:\/\/|www\.|<[^!]|(?<!\\)`/.exec(prose);
  return [
    ...lines.filter((line) => FORBIDDEN.test(line)),
    ...lines.filter(torn),
    ...(live === null ? [] : [prose.slice(live.index)]),
    ...(text.length > 60_000 ? [`${text.length} characters`] : []),
  ];
}

const columnsOf = fc.constantFrom(20, 40, 80);

describe("whatever the corpus and its file names hold", () => {
  test("formatTerminal() keeps its width, hides no character and obeys none", () => {
    fc.assert(
      fc.property(hostileReport, columnsOf, fc.boolean(), (report, columns, unicode) => {
        expect(faultsOnTerminal(formatTerminal(report, { columns, unicode }), columns)).toEqual([]);
      }),
    );
  });

  test("formatGateTerminal() does too", () => {
    fc.assert(
      fc.property(hostileGate, columnsOf, fc.boolean(), (gate, columns, unicode) => {
        expect(faultsOnTerminal(formatGateTerminal(gate, { columns, unicode }), columns)).toEqual([]);
      }),
    );
  });

  test("formatMarkdown() keeps its tables, links nothing and mentions no one", () => {
    fc.assert(
      fc.property(hostileReport, (report) => {
        expect(faultsOfMarkdown(formatMarkdown(report))).toEqual([]);
      }),
    );
  });

  test("formatGateMarkdown() does too", () => {
    fc.assert(
      fc.property(hostileGate, (gate) => {
        expect(faultsOfMarkdown(formatGateMarkdown(gate))).toEqual([]);
      }),
    );
  });

  test("formatJson() is valid against its schema and keeps every text", () => {
    const validate = new Ajv2020({ strict: false }).compile(REPORT_SCHEMA);
    fc.assert(
      fc.property(hostileReport, (report) => {
        const parsed: unknown = JSON.parse(formatJson(report));
        validate(parsed);
        expect(validate.errors).toBeNull();
        expect(parsed).toEqual(JSON.parse(JSON.stringify(report)));
      }),
    );
  });

  test("formatGateJson() is valid against its schema", () => {
    const validate = new Ajv2020({ strict: false }).compile(GATE_SCHEMA);
    fc.assert(
      fc.property(hostileGate, (gate) => {
        validate(JSON.parse(formatGateJson(gate)));
        expect(validate.errors).toBeNull();
      }),
    );
  });
});
