import * as fc from "fast-check";
import { expect, test } from "vitest";
import { dealPairs } from "./deal-pairs.ts";
import { groupPairs, groupSlots, joinGroups } from "./group-pairs.ts";
import { NO_RUNS } from "./fixtures/no-runs.ts";
import { ownMemory } from "./memory.ts";
import { PLAIN_LOOPS } from "./ngram-loops.ts";
import { ngramStretches } from "./ngram-stretches.ts";
import { Scratch } from "./scratch.ts";

/** Pairs of words by number: where each stands first, which one stands where, and how often there is each. */
interface PairNumbers {
  readonly firsts: readonly number[];
  readonly ids: readonly number[];
  readonly counts: readonly number[];
}

/** All pairs of words in one document, from their items: first ones are given their place among the firsts as id. */
function groupedPairs(tokens: Int32Array): PairNumbers {
  const counts = new Uint32Array(Math.max(...tokens) + 1).fill(2);
  const column = { order: 1, ids: tokens, counts, documentFrequencies: counts, once: 0, total: tokens.length };
  const stretches = ngramStretches(
    { offsets: Uint32Array.of(0, tokens.length), runs: NO_RUNS, order: 2 },
    PLAIN_LOOPS,
    new Scratch(ownMemory),
  );
  const ids = new Int32Array(tokens.length);
  const previous = { ...column, repeats: new Int32Array(0), exclusive: new Uint32Array(1) };
  const numbers = (length: number): Int32Array => new Int32Array(length);
  const dealt = dealPairs({ shorter: previous, tokens, stretches, ids }, PLAIN_LOOPS, {
    zeros: numbers,
    items: numbers,
  });
  groupPairs(dealt, new Int32Array(groupSlots(dealt)));
  const { items } = dealt;
  const places = [...ids.subarray(1)];
  const firsts = places.filter((item) => items[item + 1] >= 0);
  for (const [id, item] of firsts.entries()) items.set([id, 1], item);
  joinGroups(dealt);
  return {
    firsts: firsts.map((item) => places.indexOf(item)),
    ids: places.map((item) => items[item]),
    counts: firsts.map((item) => items[item + 1]),
  };
}

function bruteForcePairs(tokens: Int32Array): PairNumbers {
  const pairs = Array.from(tokens.subarray(1), (token, at) => `${tokens[at]} ${token}`);
  const numbers = new Map<string, number>();
  const firsts: number[] = [];
  const counts: number[] = [];
  for (const [at, pair] of pairs.entries()) {
    const id = numbers.get(pair) ?? firsts.push(at) - 1;
    numbers.set(pair, id);
    counts[id] = (counts[id] ?? 0) + 1;
  }
  return { firsts, ids: pairs.map((pair) => numbers.get(pair) ?? -1), counts };
}

test("groupPairs() and joinGroups() number and count items by their pair", () => {
  const text = fc.array(fc.nat(5), { minLength: 2, maxLength: 60 });
  fc.assert(
    fc.property(text, (words) => {
      const tokens = Int32Array.from(words);
      expect(groupedPairs(tokens)).toEqual(bruteForcePairs(tokens));
    }),
    { numRuns: 500 },
  );
});

test("groupPairs() and joinGroups() number and count items by their pair in many parts too", () => {
  const tokens = Int32Array.from({ length: 40_000 }, (_, at) => (Math.imul(at, 0x9e3779b1) >>> 20) % 61);
  expect(groupedPairs(tokens)).toEqual(bruteForcePairs(tokens));
});
