import { tokenCorpus, whitespaceTokenizer } from "@corpulse/tokens";
import { describe, expect, test } from "vitest";
import { selfBleu } from "./self-bleu.ts";

describe("selfBleu()", () => {
  test("is 1 when all texts are equal and long enough", () => {
    expect(selfBleu(["one and the same text", "one and the same text"]).value).toBe(1);
  });

  test("is 0 when the texts share no word", () => {
    expect(selfBleu(["to be or not", "that is the question"]).value).toBe(0);
  });

  test("names every setting in its signature", () => {
    const tokenizer = whitespaceTokenizer({ keepCase: true });
    expect(selfBleu(["a b", "a b"], { order: 3, tokenizer }).signature).toBe(
      "self-bleu|order:3|smoothing:method1|references:others|tokenizer:whitespace+keep-case|v:1",
    );
  });

  test("takes texts from any iterable, or a corpus", () => {
    const texts = ["the cat sat down", "the cat lay down"];
    const value = selfBleu(texts).value;
    expect(selfBleu(new Set(texts)).value).toBe(value);
    expect(selfBleu(tokenCorpus(texts)).value).toBe(value);
  });

  test("refuses fewer than two texts: a text needs others to be scored against", () => {
    expect(() => selfBleu([])).toThrow(RangeError);
    expect(() => selfBleu(["alone"])).toThrow(
      "Cannot compute self-BLEU: there must be at least 2 documents, current value is 1",
    );
    expect(() => selfBleu(["", "!"])).toThrow(
      "Cannot compute self-BLEU: a document must have a token, current value is 0 tokens",
    );
  });

  test.each([1, 6, 2.5, Number.NaN])("refuses order %d", (order) => {
    expect(() => selfBleu(["a b", "a b"], { order })).toThrow(RangeError);
  });

  test("refuses what is not text", () => {
    expect(() => selfBleu(JSON.parse("[1, 2]"))).toThrow(TypeError);
  });
});
