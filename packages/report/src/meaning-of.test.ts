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

  test("says once, none, all and never in words", () => {
    const sentence = (id: string, value: number, family = "ngram-entropy"): string => {
      const [sample] = SAMPLE_MEASUREMENTS.filter((one) => one.id === id && one.family === family);
      const others = SAMPLE_MEASUREMENTS.filter((one) => one !== sample);
      const measurement = { ...sample, value };
      return meaningOf(buildReport({ inputs: [], settings: {}, measurements: [...others, measurement] }))(measurement);
    };
    const tokens = SAMPLE_MEASUREMENTS.find(({ id }) => id === "tokens")?.value ?? 0;
    expect(sentence("types", tokens, "size")).toBe("Different words, each used once on average.");
    expect(sentence("unseen_mass_2", 0)).toBe("No word pairs in a new document would be new.");
    expect(sentence("unseen_mass_1", 0)).toBe("There are none.");
    expect(sentence("conditional_entropy_2", 0)).toBe("There is none, it is always the same.");
    expect(sentence("distinct_2", 1)).toMatch(/^All word pairs in a draw of .* are different\.$/);
    expect(sentence("coverage_1", 1)).toBe("All of the next are known.");
    expect(sentence("yule_k", 0)).toBe("No two words are the same.");
    expect(sentence("compression_ratio", 0.95)).toBe("Pointers to repeats make it no smaller.");
    expect(sentence("near_duplicate_pair_rate", 1, "near-duplicates")).toBe("Any two documents are near-copies.");
    expect(sentence("vendi_1", 1, "embedding-spread")).toBe("As varied as a single document.");
    for (const one of SAMPLE_MEASUREMENTS) {
      for (const value of [0, 1]) expect(sentence(one.id, value, one.family)).not.toMatch(/\b[01] times\b|\b1 draws/);
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
