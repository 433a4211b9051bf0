import { describe, expect, test } from "vitest";
import { FACTS, factsOf } from "./facts.ts";
import { FAMILIES } from "./family.ts";

const orders = (id: string, first: number, last: number): string[] =>
  Array.from({ length: last - first + 1 }, (_, index) => `${id}_${first + index}`);

/** The canonical ids. Renaming one breaks every policy file that names it, so the list is written out here once more. */
const CANONICAL = {
  size: [
    "documents",
    "tokens",
    "types",
    "document_length_mean",
    "document_length_sd",
    "document_length_p05",
    "document_length_p50",
    "document_length_p95",
  ],
  "ngram-entropy": [
    ...orders("entropy", 1, 3),
    ...orders("conditional_entropy", 2, 3),
    ...orders("unseen_mass", 1, 4),
    ...orders("coverage", 1, 3),
    ...orders("distinct", 1, 4),
    "types",
    ...orders("hill", 0, 2),
    "yule_k",
    "mattr_50",
    "mtld",
    "hdd_42",
    "zipf_alpha",
    "heaps_beta",
    "self_repetition_4",
    "compression_ratio",
  ],
  "self-bleu": orders("self_bleu", 2, 5),
  "near-duplicates": [
    "exact_duplicate_rate",
    "near_duplicate_candidate_rate",
    "near_duplicate_affected_rate",
    "near_duplicate_removable_rate",
    "near_duplicate_pair_rate",
    "near_duplicate_largest_cluster",
  ],
  "embedding-spread": [
    "mean_pairwise_distance",
    "mean_nearest_distance",
    "vendi_1",
    "vendi_2",
    "participation_ratio",
    "radius",
  ],
};

/** Ids for which a diverse and a poor corpus cannot be told apart by the value alone. */
const NEITHER = [
  "documents",
  "tokens",
  "document_length_mean",
  "document_length_sd",
  "document_length_p05",
  "document_length_p50",
  "document_length_p95",
  "coverage_1",
  "coverage_2",
  "coverage_3",
  "zipf_alpha",
  "near_duplicate_candidate_rate",
];

/** Ids of which less is more diverse. */
const LOWER = [
  "yule_k",
  "self_repetition_4",
  "compression_ratio",
  ...CANONICAL["self-bleu"],
  ...CANONICAL["near-duplicates"].filter((id) => id !== "near_duplicate_candidate_rate"),
];

describe("FACTS", () => {
  test("holds the canonical ids of every family, in the order of the reports, and no others", () => {
    const found = FAMILIES.map((family) => [
      family,
      FACTS.filter((facts) => facts.family === family).map(({ id }) => id),
    ]);
    expect(Object.fromEntries(found)).toEqual(CANONICAL);
    expect(FACTS.map(({ family }) => FAMILIES.indexOf(family))).toEqual(
      FAMILIES.flatMap((family, index) => CANONICAL[family].map(() => index)),
    );
  });

  test("names each id once within its family", () => {
    expect(new Set(FACTS.map(({ family, id }) => `${family} ${id}`)).size).toBe(FACTS.length);
  });

  test("shares an id between families only for `types`", () => {
    const ids = FACTS.map(({ id }) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual(["types"]);
  });

  test("says of each id which way is more diverse", () => {
    expect(FACTS.filter(({ direction }) => direction === "neither").map(({ id }) => id)).toEqual(NEITHER);
    expect(
      FACTS.filter(({ direction }) => direction === "lower")
        .map(({ id }) => id)
        .toSorted(),
    ).toEqual(LOWER.toSorted());
  });

  test.each(FACTS)("gives $family $id a snake_case id and a sound range", ({ id, range: [low, high], unit }) => {
    expect(id).toMatch(/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/);
    expect(Number.isFinite(low)).toBe(true);
    expect(high ?? Infinity).toBeGreaterThan(low);
    const ofUnit =
      unit === "fraction" ? [0, 1] : ["documents", "tokens", "types"].includes(unit) ? [0, null] : [low, high];
    expect([low, high]).toEqual(ofUnit);
  });

  test.each(FACTS)("explains $family $id in full sentences that name their source", (facts) => {
    for (const text of [facts.title, facts.measures, facts.formula, facts.caution, facts.source]) {
      expect(text).toMatch(/\S/);
      expect(text).not.toMatch(/\n|undefined|\s{2}/);
    }
    expect(facts.title.length).toBeLessThanOrEqual(40);
    expect(facts.measures).toMatch(/^[A-Z].*\.$/);
    expect(facts.caution).toMatch(/^[A-Z].*\.$/);
  });
});

describe("factsOf()", () => {
  test("finds each id in its family", () => {
    for (const facts of FACTS) expect(factsOf(facts.id, facts.family)).toBe(facts);
  });

  test("means `types` at a token budget, unless a family is named", () => {
    expect(factsOf("types").family).toBe("ngram-entropy");
    expect(factsOf("types", "size").family).toBe("size");
  });

  test.each(["", "SELF_BLEU_4", "self_bleu", "__proto__", "constructor"])("refuses the unknown id %j", (id) => {
    expect(() => factsOf(id)).toThrow(RangeError);
  });

  test("refuses an id of another family", () => {
    expect(() => factsOf("self_bleu_4", "size")).toThrow(/in family size/);
  });
});
