import { type Memory, ownMemory, SharedMemory } from "@corpulse/tokens";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CountTally } from "./count-tally.ts";
import { indexIn } from "./fixtures/index-in.ts";
import { kernelIn } from "./kernel-in.ts";
import { SHARED_ORDER, type SharedNgrams, sharedNgrams } from "./shared-ngrams.ts";

const LISTED = 400;

function sharedIn(documents: readonly (readonly string[])[], memory: Memory): SharedNgrams {
  const texts = documents.map((words) => words.join(" "));
  const index = indexIn(memory, texts);
  return sharedNgrams(index.corpus, index.column(SHARED_ORDER), new CountTally(), kernelIn(memory));
}

/** The same with strings, for each n-gram where it ends and which documents hold it. */
function slowlyShared(documents: readonly (readonly string[])[]): SharedNgrams {
  const found = new Map<string, { ends: number[]; holding: Set<number> }>();
  let position = 0;
  for (const [document, words] of documents.entries()) {
    for (let at = 0; at < words.length; at++, position++) {
      if (at + 1 < SHARED_ORDER) continue;
      const ngram = words.slice(at - SHARED_ORDER + 1, at + 1).join(" ");
      const one = found.get(ngram) ?? { ends: [], holding: new Set() };
      one.ends.push(position);
      one.holding.add(document);
      found.set(ngram, one);
    }
  }
  const elsewhere = new Float64Array(documents.length);
  for (const { holding } of found.values()) {
    for (const document of holding) elsewhere[document] += holding.size - 1;
  }
  const widespread = [...found.values()]
    .filter(({ holding }) => holding.size > 1)
    .toSorted((one, other) => other.holding.size - one.holding.size)
    .slice(0, LISTED)
    .map(({ ends, holding }) => ({ documents: holding.size, ends: Uint32Array.from(ends) }));
  return { elsewhere, widespread };
}

describe.each<readonly [string, Memory]>([
  ["the kernel", new SharedMemory(1)],
  ["the loops in TypeScript", ownMemory],
])("sharedNgrams() with %s", (__, memory) => {
  test("equals the same looked up by strings", () => {
    const word = fc.constantFrom("a", "b", "c");
    fc.assert(
      fc.property(fc.array(fc.array(word, { maxLength: 15 }), { maxLength: 10 }), (documents) => {
        expect(sharedIn(documents, memory)).toEqual(slowlyShared(documents));
      }),
      { numRuns: 300 },
    );
  });

  test("equals it where n-grams are in more documents than a byte counts, and more are shared than are told apart", () => {
    const passage = (name: string, length: number): string[] => Array.from({ length }, (_, at) => `${name}${at}`);
    const [everywhere, often, twice] = [passage("a", 300), passage("b", 120), passage("c", 500)];
    const documents = Array.from({ length: 600 }, (_, at) => [
      ...(at < 2 ? twice : []),
      ...(at % 2 === 0 ? often : []),
      ...everywhere.slice(at % 7),
      ...(at % 3 === 0 ? often : []),
    ]);
    const shared = sharedIn(documents, memory);
    expect(shared).toEqual(slowlyShared(documents));
    expect(shared.widespread).toHaveLength(LISTED);
  });

  test("equals it where n-grams are many", () => {
    const words = Array.from({ length: 40_000 }, (_, at) => `w${at}`);
    const documents = [words, ["a", ...words], words.slice(39_000), words.slice(500, 700)];
    expect(sharedIn(documents, memory)).toEqual(slowlyShared(documents));
  });
});
