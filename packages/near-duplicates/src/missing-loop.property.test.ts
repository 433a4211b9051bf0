import { int32, type Memory, ngramIndex, ownMemory, SharedMemory, TokenCorpusBuilder } from "@corpulse/tokens";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { countMissing, type SetPairs, TOO_MANY } from "./count-missing.ts";
import { exactCopies } from "./exact-copies.ts";
import { missingLoop } from "./missing-loop.ts";
import { type ShingleSets, shingleSets } from "./shingle-sets.ts";

/** Versions of a text with a word more here and another one there, so that long stretches are alike. */
const versions = fc
  .tuple(
    fc.array(fc.nat(40), { minLength: 1, maxLength: 60, size: "max" }),
    fc.array(fc.tuple(fc.nat(60), fc.nat(60), fc.nat(45)), { maxLength: 6 }),
  )
  .map(([words, edits]) => [
    words,
    ...edits.map(([more, other, word]) => words.with(other % words.length, word).toSpliced(more, 0, word)),
  ]);
const texts = fc
  .array(versions, { minLength: 1, maxLength: 4 })
  .map((families) => families.flat().map((words) => words.map((word) => `w${word}`).join(" ")));

function setsIn(memory: SharedMemory, documents: readonly string[], size: number): ShingleSets {
  const builder = new TokenCorpusBuilder({ memory });
  for (const text of documents) builder.add(text);
  const index = ngramIndex(builder.finish(), { memory });
  return shingleSets(index, { unit: "words", size }, exactCopies(index.corpus));
}

/** How many shingles of a set another one lacks, by sets of what stands in the column. */
function lacking({ column, starts, ends }: ShingleSets, first: number, second: number): number {
  const held = new Set(column.ids.subarray(starts[first], ends[first]));
  return [...new Set(column.ids.subarray(starts[second], ends[second]))].filter((id) => !held.has(id)).length;
}

/** Each set with each other one, and how many shingles it may lack of that. */
function allPairs({ sizes }: ShingleSets, memory: Memory, most: number): SetPairs {
  const all = [...sizes.keys()];
  const pairs = all.flatMap((first) => all.filter((second) => second !== first).map((second) => [first, second]));
  const column = (of: (first: number, second: number) => number): Int32Array => {
    const numbers = int32(memory, pairs.length);
    numbers.set(pairs.map(([first, second]) => of(first, second)));
    return numbers;
  };
  return {
    first: column((first) => first),
    second: column((_, second) => second),
    missing: column((first, second) => ((first + second) % 7 === 6 ? TOO_MANY : most)),
  };
}

/** What a loop finds missing when nothing has been marked. */
function counted(loop: typeof countMissing, sets: ShingleSets, pairs: SetPairs): number[] {
  sets.table.fill(0xffffffff);
  loop(sets, pairs);
  return [...pairs.missing];
}

describe("missingLoop()", () => {
  test("counts what sets lack, as countMissing() does, in memory that threads share", () => {
    let few = 0;
    fc.assert(
      fc.property(texts, fc.integer({ min: 1, max: 4 }), fc.integer({ min: 0, max: 40 }), (documents, size, most) => {
        const memory = new SharedMemory(1 << 16);
        const sets = setsIn(memory, documents, size);
        const loop = missingLoop(memory);
        expect(loop).not.toBe(countMissing);
        const { first, second, missing } = allPairs(sets, ownMemory, most);
        const expected = Array.from(missing, (allowed, pair) => {
          const missed = lacking(sets, first[pair], second[pair]);
          return missed <= allowed ? missed : TOO_MANY;
        });
        few += expected.filter((missed) => missed >= 0).length;
        expect(counted(countMissing, sets, allPairs(sets, ownMemory, most))).toEqual(expected);
        expect(counted(loop, sets, allPairs(sets, memory, most))).toEqual(expected);
      }),
      { numRuns: 300, seed: 1 },
    );
    expect(few).toBeGreaterThan(1000);
  });

  test("knows addresses behind the first two gigabytes", () => {
    const memory = new SharedMemory(2 ** 31 + 2 ** 20);
    memory.take(2 ** 31);
    const sets = setsIn(memory, ["a b c d e f g h i", "a b c d e f g h j", "x b c d e f g h i"], 1);
    const pairs = allPairs(sets, memory, 1);
    expect(memory.holds(pairs.missing) && pairs.missing.byteOffset > 2 ** 31).toBe(true);
    const expected = counted(countMissing, sets, allPairs(sets, ownMemory, 1));
    expect(counted(missingLoop(memory), sets, pairs)).toEqual(expected);
    expect(new Set(expected)).toEqual(new Set([1, TOO_MANY]));
  });

  test("leaves what lies elsewhere to countMissing()", () => {
    const memory = new SharedMemory(1 << 16);
    const sets = setsIn(memory, ["a b c d e f", "a b c d e g", "x b c d e g"], 2);
    const elsewhere = counted(missingLoop(memory), sets, allPairs(sets, ownMemory, 3));
    expect(elsewhere).toEqual(counted(missingLoop(memory), sets, allPairs(sets, memory, 3)));
    expect(new Set(elsewhere).size).toBeGreaterThan(1);
    expect(missingLoop(ownMemory)).toBe(countMissing);
  });
});
