import { ngramIndex, tokenCorpus } from "@corpulse/tokens";
import { expect, test } from "vitest";
import { byId } from "./fixtures/by-id.ts";
import { measureNearDuplicates } from "./measure-near-duplicates.ts";

/** 300 pairs of texts that share 54 of 60 words: a Jaccard similarity of 0.9 exactly. */
const texts = Array.from({ length: 600 }, (_, text) =>
  Array.from({ length: 57 }, (__, word) => (word < 54 ? `p${text >> 1}x${word}` : `t${text}x${word}`)).join(" "),
);

test("the intervals of banding alone hold the true values, over 40 seeds at the threshold", () => {
  const index = ngramIndex(tokenCorpus(texts));
  const options = { similarity: 0.9, shingle: { unit: "words", size: 1 } } as const;
  const truth = measureNearDuplicates(index, options).measurements;
  expect(byId(truth, "near_duplicate_affected_rate").value).toBe(1);
  let held = 0;
  let missed = 0;
  for (let seed = 0; seed < 40; seed++) {
    for (const { id, value, interval } of measureNearDuplicates(index, { ...options, seed, complete: false })
      .measurements) {
      if (interval === null) continue;
      const exact = byId(truth, id).value ?? -1;
      if (interval.low <= exact && exact <= interval.high) held++;
      if (value !== exact) missed++;
    }
  }
  expect(held).toBe(40 * 4);
  expect(missed).toBeGreaterThan(40);
});
