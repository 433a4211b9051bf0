import { ngramIndex, tokenCorpus, whitespaceTokenizer } from "@corpulse/tokens";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { exactCopies } from "./exact-copies.ts";
import { withoutSimd } from "./fixtures/without-simd.ts";
import { type JoinMemory, joinMemory } from "./join-memory.ts";
import { loadKernel } from "./load-kernel.ts";
import { partnersByKernel, partnersByPostings } from "./partners.ts";
import { postingsByKernel, postingsOf } from "./postings.ts";
import { prefixFeatures, type PrefixFeatures } from "./prefix-features.ts";
import { type ShingleSets, shingleSets } from "./shingle-sets.ts";

/** Texts that repeat words and share many with each other, some of them long. */
const text = fc
  .tuple(fc.array(fc.nat(5), { maxLength: 40, size: "max" }), fc.array(fc.nat(300), { maxLength: 90, size: "max" }))
  .map(([few, many]) => [...few, ...many].map((word) => `w${word}`).join(" "));
const texts = fc
  .tuple(
    fc.array(text, { minLength: 2, maxLength: 12 }),
    fc.array(fc.tuple(fc.nat(11), fc.nat(300)), { maxLength: 20 }),
  )
  .map(([plain, edits]) => [...plain, ...edits.map(([at, end]) => `${plain[at % plain.length]} e${end}`)]);
const similarity = fc.constantFrom(0.1, 0.3, 0.5, 0.8, 0.9, 1);

function setsOf(documents: readonly string[], size: number): ShingleSets {
  const index = ngramIndex(tokenCorpus(documents, { tokenizer: whitespaceTokenizer() }));
  return shingleSets(index, { unit: "words", size }, exactCopies(index.corpus));
}

/** What is left of the features when they are written. */
function written({ starts, features, featureCount }: PrefixFeatures, { bits, alone, sizes }: JoinMemory): unknown {
  return { starts: [...starts], features: [...features], featureCount, bits: [...bits], alone: [...alone], sizes };
}

test("the kernel and the loops in TypeScript write the same features and find the same partners", () => {
  expect(loadKernel(1)).not.toBe(null);
  let partners = 0;
  fc.assert(
    fc.property(texts, similarity, fc.integer({ min: 1, max: 3 }), fc.nat(3), fc.boolean(), (documents, ...options) => {
      const [threshold, size, families, reversed] = options;
      const sets = setsOf(documents, size);
      const rising = Uint32Array.from(sets.sizes.keys()).filter((set) => sets.shared[set] > 0);
      const at = reversed ? rising.toReversed() : rising;
      const familyOf = Int32Array.from(at, (_, place) => (place % (families + 1)) - 1);
      const order = Uint32Array.from(at.keys()).toSorted((a, b) => familyOf[a] - familyOf[b] || a - b);
      const sides = Uint8Array.from(sets.sizes, (_, set) => (set % 5 === 0 ? 1 + (set % 2) : 3));
      const memory = joinMemory(sets, at, { similarity: threshold, bands: 3, sides });
      const plain = withoutSimd(() => joinMemory(sets, at, { similarity: threshold, bands: 3, sides }));
      const fast = prefixFeatures(sets, at, memory);
      const slow = prefixFeatures(sets, at, plain);
      const { kernel } = memory;
      if (kernel === null || plain.kernel !== null) throw new Error("the test needs SIMD, and needs it gone");
      expect(written(fast, memory)).toEqual(written(slow, plain));
      const postings = postingsOf(slow, order);
      const byKernel = postingsByKernel(fast, order, memory, kernel);
      expect([[...byKernel.heads], [...byKernel.places]]).toEqual([[...postings.heads], [...postings.places]]);
      const never = (): void => expect.unreachable();
      const { bounds } = slow;
      const search = { postings, bounds, similarity: threshold, familyOf, most: Infinity, passedOver: never };
      const one = partnersByPostings(plain, search);
      const other = partnersByKernel(memory, kernel, search);
      for (let from = 0; from < at.length;) {
        const enough = 1 + (from % 5);
        const count = one(from, at.length, enough);
        expect(other(from, at.length, enough)).toBe(count);
        const [found, foundBy] = [plain.found.slice(0, count), plain.foundBy.slice(0, count)];
        expect([memory.found.slice(0, count), memory.foundBy.slice(0, count)]).toEqual([found, foundBy]);
        partners += count;
        // A place has all its partners at once.
        from = count < enough ? at.length : foundBy[count - 1] + 1;
      }
    }),
    { numRuns: 400, seed: 1 },
  );
  expect(partners).toBeGreaterThan(1000);
});
