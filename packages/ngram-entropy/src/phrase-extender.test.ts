import { type Memory, ownMemory, SharedMemory, type TokenCorpus } from "@corpulse/tokens";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { extendInKernel } from "./extend-in-kernel.ts";
import { indexIn } from "./fixtures/index-in.ts";
import { kernelIn } from "./kernel-in.ts";
import { type Phrase, PhraseExtender, type PhraseLimits } from "./phrase-extender.ts";

interface Place {
  readonly document: number;
  readonly begin: number;
}

interface SlowPhrase {
  readonly length: number;
  readonly places: readonly Place[];
}

const distinct = (places: readonly Place[]): number => new Set(places.map(({ document }) => document)).size;

/** All places of a phrase are asked for each word that could be added, in the order in which it comes to stand there. */
function slowlyLonger(documents: readonly (readonly string[])[], phrase: SlowPhrase, distance: number): SlowPhrase {
  const wordAt = ({ document, begin }: Place): string | undefined => documents[document][begin + distance];
  let best: readonly Place[] = [];
  for (let upTo = 1; upTo <= phrase.places.length; upTo++) {
    const word = wordAt(phrase.places[upTo - 1]);
    const places = phrase.places.slice(0, upTo).filter((place) => word !== undefined && wordAt(place) === word);
    if (distinct(places) > distinct(best)) best = places;
  }
  const word = best.length > 0 ? wordAt(best[0]) : undefined;
  const kept = phrase.places.filter((place) => word !== undefined && wordAt(place) === word);
  return {
    length: phrase.length + 1,
    places: kept.map(({ document, begin }) => ({ document, begin: begin + Math.min(distance, 0) })),
  };
}

function slowlyExtended(documents: readonly (readonly string[])[], seed: SlowPhrase, needed: number): SlowPhrase {
  let phrase = seed;
  for (const side of ["right", "left"]) {
    while (phrase.length < 6) {
      const longer = slowlyLonger(documents, phrase, side === "right" ? phrase.length : -1);
      if (distinct(longer.places) < needed) break;
      phrase = longer;
    }
  }
  return phrase;
}

type Extend = (phrase: Phrase, limits: PhraseLimits) => Phrase | null;

const inKernel = (corpus: TokenCorpus, memory: Memory): Extend => {
  return (phrase, limits) => extendInKernel(corpus, phrase, limits, kernelIn(memory));
};
const inTypeScript = (corpus: TokenCorpus): Extend => {
  const extender = new PhraseExtender(corpus);
  return (phrase, limits) => extender.extend(phrase, limits);
};

test.each<readonly [string, Memory, (corpus: TokenCorpus, memory: Memory) => Extend]>([
  ["the kernel", new SharedMemory(1), inKernel],
  ["PhraseExtender", ownMemory, inTypeScript],
])("phrases are extended by %s as with strings, whatever has been extended before", (_, memory, extending) => {
  const word = fc.constantFrom("a", "b", "c");
  const corpora = fc.array(fc.array(word, { maxLength: 12 }), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(corpora, fc.integer({ min: 1, max: 4 }), (documents, needed) => {
      const texts = documents.map((words) => words.join(" "));
      const { corpus } = indexIn(memory, texts);
      const extend = extending(corpus, memory);
      for (const seed of ["a", "b", "c"]) {
        const places = documents.flatMap((words, document) =>
          words.flatMap((other, begin) => (other === seed ? [{ document, begin }] : [])),
        );
        if (places.length === 0) continue;
        const begins = Uint32Array.from(places, ({ document, begin }) => corpus.offsets[document] + begin);
        const phrase = { length: 1, documents: distinct(places), begins };
        const expected = slowlyExtended(documents, { length: 1, places }, needed);
        expect(extend(phrase, { documents: needed, length: 6 })).toEqual({
          length: expected.length,
          documents: distinct(expected.places),
          begins: Uint32Array.from(expected.places, ({ document, begin }) => corpus.offsets[document] + begin),
        });
      }
    }),
    { numRuns: 300 },
  );
});
