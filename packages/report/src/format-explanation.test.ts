import { FACTS } from "@corpulse/measurement";
import { describe, expect, test } from "vitest";
import { displayWidth } from "./display-width.ts";
import { formatExplanation } from "./format-explanation.ts";

describe("formatExplanation()", () => {
  test.each(FACTS.map((facts) => [facts.id, facts] as const))("%s is explained with all its facts", (id, facts) => {
    const flat = formatExplanation(facts).replace(/\s+/g, " ");
    for (const text of [facts.title, id, facts.measures, facts.formula, facts.caution, facts.source]) {
      expect(flat).toContain(text);
    }
  });

  test.each([80, 40, 20])("no line is longer than %i columns", (columns) => {
    for (const facts of FACTS) {
      for (const line of formatExplanation(facts, { columns }).split("\n")) {
        expect(displayWidth(line)).toBeLessThanOrEqual(columns);
      }
    }
  });
});
