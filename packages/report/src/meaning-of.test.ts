import { FACTS } from "@corpulse/measurement";
import { describe, expect, test } from "vitest";
import { buildReport } from "./build-report.ts";
import { SAMPLE_MEASUREMENTS, SAMPLE_REPORT } from "./fixtures/sample-report.ts";
import { meaningOf } from "./meaning-of.ts";

describe("meaningOf()", () => {
  const meaning = meaningOf(SAMPLE_REPORT);

  test("the sample has every id of the registry, in its order", () => {
    expect(SAMPLE_MEASUREMENTS.map(({ family, id }) => `${family} ${id}`).toSorted()).toEqual(
      FACTS.map(({ family, id }) => `${family} ${id}`).toSorted(),
    );
  });

  test("has one sentence for every id, of its own and not the registry's", () => {
    for (const measurement of SAMPLE_MEASUREMENTS) {
      expect(meaning(measurement)).toMatch(/^[A-Z\d][^\n]*[^.]\.$/);
      const facts = FACTS.find(({ id, family }) => id === measurement.id && family === measurement.family);
      expect(meaning(measurement)).not.toBe(facts?.measures);
    }
  });

  test("never says NaN, undefined or infinite, even of extremes", () => {
    for (const end of ["low", "high"] as const) {
      const extreme = SAMPLE_MEASUREMENTS.map((one) => ({
        ...one,
        value: end === "low" ? one.range[0] : (one.range[1] ?? 500),
        parts: {},
      }));
      const report = buildReport({ inputs: [], settings: {}, measurements: extreme });
      for (const one of extreme) {
        expect(meaningOf(report)(one)).not.toMatch(/NaN|undefined|Infinity|null/);
      }
    }
  });
});
