import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
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

function expectTerminal(text: string, columns: number): void {
  expect(text.endsWith("\n")).toBe(true);
  for (const line of text.slice(0, -1).split("\n")) {
    expect(line).not.toMatch(FORBIDDEN);
    expect(displayWidth(line)).toBeLessThanOrEqual(columns);
    expect(line).toBe(line.trimEnd());
  }
}

/** What a renderer of tables sees: cells end at each pipe without a backslash, even within code. */
function cellsIn(row: string): number {
  return row.match(/(?<!\\)\|/g)?.length ?? 0;
}

function expectMarkdown(text: string): void {
  expect(text.length).toBeLessThanOrEqual(60_000);
  let columns = 0;
  for (const line of text.split("\n")) {
    expect(line).not.toMatch(FORBIDDEN);
    if (line.startsWith("|")) {
      columns ||= cellsIn(line);
      expect(cellsIn(line)).toBe(columns);
    } else {
      columns = 0;
    }
  }
  // Without code spans nothing is left that could link, mention, format or open an element that is not ours.
  const prose = text
    .replace(/(?<!\\)(`+)(?!`)[^\n]*?(?<!`)\1(?!`)/g, "CODE")
    .replace(/<\/?(?:details|summary|br)>/g, "");
  expect(prose).not.toMatch(/@\w|(?<!\\)\[|:\/\/|www\.|<[^!]|(?<!\\)`/);
}

const columnsOf = fc.constantFrom(20, 40, 80);

describe("whatever the corpus and its file names hold", () => {
  test("formatTerminal() keeps its width, hides no character and obeys none", () => {
    fc.assert(
      fc.property(hostileReport, columnsOf, fc.boolean(), (report, columns, unicode) => {
        expectTerminal(formatTerminal(report, { columns, unicode }), columns);
      }),
    );
  });

  test("formatGateTerminal() does too", () => {
    fc.assert(
      fc.property(hostileGate, columnsOf, fc.boolean(), (gate, columns, unicode) => {
        expectTerminal(formatGateTerminal(gate, { columns, unicode }), columns);
      }),
    );
  });

  test("formatMarkdown() keeps its tables, links nothing and mentions no one", () => {
    fc.assert(fc.property(hostileReport, (report) => expectMarkdown(formatMarkdown(report))));
  });

  test("formatGateMarkdown() does too", () => {
    fc.assert(fc.property(hostileGate, (gate) => expectMarkdown(formatGateMarkdown(gate))));
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
