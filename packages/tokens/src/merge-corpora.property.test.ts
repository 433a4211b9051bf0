import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mergeCorpora } from "./merge-corpora.ts";
import { tokenCorpus } from "./token-corpus.ts";
import { whitespaceTokenizer } from "./whitespace-tokenizer.ts";

const text = fc
  .array(fc.constantFrom("a", "b", "c", "__proto__", "constructor", "字"), { maxLength: 6 })
  .map((words) => words.join(" "));

describe("mergeCorpora()", () => {
  test("equals the corpus of all texts, however they were divided", () => {
    fc.assert(
      fc.property(fc.array(fc.array(text, { maxLength: 5 }), { minLength: 1, maxLength: 6 }), (parts) => {
        expect(mergeCorpora(parts.map((texts) => tokenCorpus(texts)))).toEqual(tokenCorpus(parts.flat()));
      }),
    );
  });

  test("is associative", () => {
    fc.assert(
      fc.property(fc.tuple(fc.array(text), fc.array(text), fc.array(text)), (lists) => {
        const [a, b, c] = lists.map((texts) => tokenCorpus(texts));
        expect(mergeCorpora([mergeCorpora([a, b]), c])).toEqual(mergeCorpora([a, mergeCorpora([b, c])]));
      }),
    );
  });

  test("refuses parts of different tokenizers, and no parts", () => {
    const parts = [tokenCorpus(["a"]), tokenCorpus(["a"], { tokenizer: whitespaceTokenizer() })];
    expect(() => mergeCorpora(parts)).toThrow("current value is words, whitespace");
    expect(() => mergeCorpora([])).toThrow(RangeError);
  });
});
