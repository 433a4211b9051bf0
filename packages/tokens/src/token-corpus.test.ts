import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { characterTokenizer } from "./character-tokenizer.ts";
import { FINGERPRINT_WORDS } from "./fingerprint.ts";
import { asTokenCorpus, documentCount, tokenCorpus } from "./token-corpus.ts";
import type { Tokenizer } from "./tokenizer.ts";
import { whitespaceTokenizer } from "./whitespace-tokenizer.ts";
import { wordTokenizer } from "./word-tokenizer.ts";

describe("tokenCorpus()", () => {
  test("lays the tokens of all documents end to end", () => {
    const corpus = tokenCorpus(["To be or", "", "not to be"]);
    expect(corpus.vocabulary).toEqual(["to", "be", "or", "not"]);
    expect(corpus.tokens).toEqual(Int32Array.of(0, 1, 2, 3, 0, 1));
    expect(corpus.offsets).toEqual(Uint32Array.of(0, 3, 3, 6));
    expect(corpus.tokenizer).toBe("words");
    expect(documentCount(corpus)).toBe(3);
  });

  test("is empty without documents", () => {
    const corpus = tokenCorpus([]);
    expect(corpus.offsets).toEqual(Uint32Array.of(0));
    expect(documentCount(corpus)).toBe(0);
  });

  test("gives equal texts, and only these, equal fingerprints", () => {
    const texts = ["a", "A", "a ", "a", "", "\ud800", "\ud801"];
    const { fingerprints } = tokenCorpus(texts);
    const of = (document: number): string =>
      fingerprints.subarray(document * FINGERPRINT_WORDS, (document + 1) * FINGERPRINT_WORDS).join(" ");
    texts.forEach((text, document) =>
      texts.forEach((other, another) => expect(of(document) === of(another)).toBe(text === other)),
    );
  });

  test("counts the names of object members like any words", () => {
    const { vocabulary, tokens } = tokenCorpus([
      "__proto__ constructor toString hasOwnProperty",
      "constructor __proto__",
    ]);
    expect(vocabulary).toEqual(["__proto__", "constructor", "tostring", "hasownproperty"]);
    expect(tokens).toEqual(Int32Array.of(0, 1, 2, 3, 1, 0));
  });

  test("takes a tokenizer that anyone writes", () => {
    const byComma: Tokenizer = { name: "commas", tokenize: (text) => new Set(text.split(",")) };
    const { vocabulary, tokens, tokenizer } = tokenCorpus(["a,b,a", "b,c"], { tokenizer: byComma });
    expect({ vocabulary, tokens: [...tokens], tokenizer }).toEqual({
      vocabulary: ["a", "b", "c"],
      tokens: [0, 1, 1, 2],
      tokenizer: "commas",
    });
  });

  test.each([wordTokenizer(), whitespaceTokenizer({ keepCase: true }), characterTokenizer()])(
    "gives the documents back as $name cuts them",
    (tokenizer) => {
      fc.assert(
        fc.property(fc.array(fc.string({ unit: "binary", maxLength: 20 })), (texts) => {
          const { tokens, offsets, vocabulary } = tokenCorpus(texts, { tokenizer });
          const documents = texts.map((_, at) =>
            Array.from(tokens.subarray(offsets[at], offsets[at + 1]), (id) => vocabulary[id]),
          );
          expect(documents).toEqual(texts.map((text) => [...tokenizer.tokenize(text)]));
          expect(vocabulary).toEqual([...new Set(documents.flat())]);
        }),
      );
    },
  );

  test("refuses what is not a list of strings", () => {
    expect(() => tokenCorpus(JSON.parse("[1]"))).toThrow(
      new TypeError("Cannot tokenize a document: it must be a string, current value is number"),
    );
    expect(() => tokenCorpus("one text")).toThrow(TypeError);
  });
});

describe("asTokenCorpus()", () => {
  test("passes a corpus through and tokenizes texts", () => {
    const corpus = tokenCorpus(["a b"]);
    expect(asTokenCorpus(corpus)).toBe(corpus);
    expect(asTokenCorpus(["a b"])).toEqual(corpus);
    expect(asTokenCorpus(new Set(["a b"]), { tokenizer: characterTokenizer() }).vocabulary).toEqual(["a", " ", "b"]);
  });
});
