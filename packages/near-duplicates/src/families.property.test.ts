import { ngramIndex, tokenCorpus, whitespaceTokenizer } from "@corpulse/tokens";
import * as fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { type Detection, type DetectionOptions, detectNearDuplicates } from "./detect-near-duplicates.ts";

/** What is counted of pairs, in the order of documents. */
function counts({ verified, neighbours, kept, clusters, linked, complete }: Detection): unknown {
  return {
    pairs: verified.total,
    neighbours: [...neighbours],
    kept: [...kept],
    sizes: [...clusters.size],
    clusterOf: [...clusters.clusterOf],
    joined: linked.joined,
    complete,
  };
}

const countAlike = ({ neighbours }: Detection): number => neighbours.filter((near) => near > 0).length;

/** A template with slots: words that are the same in all texts, words that some share, and words of one text alone. */
const filling = fc.tuple(fc.nat(1), fc.array(fc.nat(3), { maxLength: 4 }), fc.nat(3), fc.nat(30));
const templates = fc
  .tuple(fc.integer({ min: 3, max: 40 }), fc.array(filling, { maxLength: 40 }))
  .map(([length, fill]) =>
    fill.map(([template, slots, end, own]) => {
      const words = Array.from({ length }, (_, at) => `t${template}x${at}`);
      for (const [at, slot] of slots.entries()) words[(at * 7) % length] = `slot${slot}`;
      return [...words.slice(0, length - end), ...(own > 20 ? [`own${own}`] : [])].join(" ");
    }),
  );
const similarity = fc.constantFrom(0.3, 0.5, 0.7, 0.8, 0.9, 0.95);

function detect(texts: readonly string[], options: DetectionOptions): unknown {
  const index = ngramIndex(tokenCorpus(texts, { tokenizer: whitespaceTokenizer() }));
  return counts(detectNearDuplicates(index, options));
}

describe("families", () => {
  test.each([1, 2, 3, 5])("of at least %d sets count what comparing every pair counts", (familyFrom) => {
    fc.assert(
      fc.property(templates, similarity, fc.integer({ min: 1, max: 3 }), (texts, threshold, size) => {
        const options = { similarity: threshold, shingle: { unit: "words", size } } as const;
        expect(detect(texts, { ...options, familyFrom })).toEqual(detect(texts, { ...options, familyFrom: 1e9 }));
      }),
      { numRuns: 1500, seed: familyFrom },
    );
  });
});

test("without WebAssembly all is counted alike", () => {
  fc.assert(
    fc.property(templates, similarity, fc.boolean(), fc.option(fc.nat(20)), (texts, threshold, complete, border) => {
      const options = {
        similarity: threshold,
        complete,
        familyFrom: 3,
        ...(border === null ? {} : { between: Math.min(border, texts.length) }),
      };
      const expected = detect(texts, options);
      vi.stubGlobal("WebAssembly", undefined);
      try {
        expect(detect(texts, options)).toEqual(expected);
      } finally {
        vi.unstubAllGlobals();
      }
    }),
    { numRuns: 500, seed: 3 },
  );
});

describe("a join that is not affordable in full", () => {
  test("counts no more than there is, and says how much more there may be", () => {
    let passedOver = 0;
    fc.assert(
      fc.property(
        templates,
        similarity,
        fc.nat(60),
        fc.constantFrom(2, 1e9),
        fc.option(fc.nat(20)),
        (texts, threshold, affordable, familyFrom, border) => {
          const index = ngramIndex(tokenCorpus(texts, { tokenizer: whitespaceTokenizer() }));
          const options = {
            similarity: threshold,
            complete: false,
            familyFrom,
            ...(border === null ? {} : { between: Math.min(border, texts.length) }),
          };
          const all = detectNearDuplicates(index, options);
          const some = detectNearDuplicates(index, { ...options, affordable });
          passedOver += some.passedOver.pairs;
          for (const [found, more, most] of [
            [some.verified.total, some.passedOver.pairs, all.verified.total],
            [countAlike(some), some.passedOver.documents, countAlike(all)],
            [some.linked.joined, some.passedOver.joins, all.linked.joined],
          ] as const) {
            expect(found).toBeLessThanOrEqual(most);
            expect(found + more).toBeGreaterThanOrEqual(most);
          }
          expect(all.passedOver).toEqual({ pairs: 0, documents: 0, joins: 0 });
        },
      ),
      { numRuns: 2000, seed: 11 },
    );
    expect(passedOver).toBeGreaterThan(10_000);
  });
});
