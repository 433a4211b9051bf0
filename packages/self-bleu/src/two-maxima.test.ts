import { ngramIndex, tokenCorpus } from "@corpulse/tokens";
import { expect, test } from "vitest";
import { ALWAYS, LARGEST, NEVER, OWNER, SECOND, twoMaxima } from "./two-maxima.ts";

function maximaOf(texts: readonly string[], word: string): { largest: number; second: number; owner: number } | null {
  const corpus = tokenCorpus(texts);
  const all = { from: 0, to: texts.length };
  const { recordOf, records } = twoMaxima(ngramIndex(corpus).column(1), corpus.offsets, all);
  const at = recordOf[corpus.vocabulary.indexOf(word)];
  return at < 0 ? null : { largest: records[at + LARGEST], second: records[at + SECOND], owner: records[at + OWNER] };
}

test("twoMaxima() finds the two largest counts, whatever the order of the documents", () => {
  expect(maximaOf(["a", "a a a", "a a"], "a")).toEqual({ largest: 3, second: 2, owner: 1 });
  expect(maximaOf(["a a a", "a a", "a"], "a")).toEqual({ largest: 3, second: 2, owner: 0 });
  expect(maximaOf(["a", "a a", "a a a"], "a")).toEqual({ largest: 3, second: 2, owner: 2 });
});

test("twoMaxima() gives both places the same count when documents tie", () => {
  expect(maximaOf(["a a", "b", "a a"], "a")).toEqual({ largest: 2, second: 2, owner: 0 });
});

test("twoMaxima() leaves the second at 0 when one document alone has the n-gram", () => {
  expect(maximaOf(["b", "a a"], "a")).toEqual({ largest: 2, second: 0, owner: 1 });
});

test("twoMaxima() keeps no record of an n-gram that occurs once", () => {
  expect(maximaOf(["b b", "a b"], "a")).toBeNull();
});

test("twoMaxima() keeps no record where document frequencies settle whether an n-gram is matched", () => {
  const index = ngramIndex(tokenCorpus(["a b b c", "a c c c"]));
  const { recordOf, records } = twoMaxima(
    index.column(1),
    index.corpus.offsets,
    { from: 0, to: 2 },
    index.documentFrequencies(1),
  );
  expect([...recordOf]).toEqual([ALWAYS, NEVER, 0]);
  expect([records[LARGEST], records[SECOND], records[OWNER]]).toEqual([3, 1, 1]);
});
