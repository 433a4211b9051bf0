import { describe, expect, test } from "vitest";
import { measureSize } from "./measure-size.ts";
import { tokenCorpus, type TokenCorpus } from "./token-corpus.ts";

const valuesOf = (corpus: TokenCorpus): Record<string, number | null> =>
  Object.fromEntries(measureSize(corpus).map(({ id, value }) => [id, value]));

const ofLengths = (lengths: readonly number[]): TokenCorpus =>
  tokenCorpus(lengths.map((length) => "w ".repeat(length)));

describe("measureSize()", () => {
  test("counts documents, tokens and types, and gives the distribution of lengths", () => {
    expect(valuesOf(tokenCorpus(["to be", "", "or not to be"]))).toEqual({
      documents: 3,
      tokens: 6,
      types: 4,
      document_length_mean: 2,
      document_length_sd: 2, // of 2, 0, 4
      document_length_p05: 0,
      document_length_p50: 2,
      document_length_p95: 4,
    });
  });

  test("takes percentiles by the nearest rank, exactly", () => {
    const lengths = Array.from({ length: 140 }, (_, at) => at + 1);
    const values = valuesOf(ofLengths(lengths));
    // 0.05 × 140 is 7.000000000000001 in floating point: it must not become the eighth.
    expect([values.document_length_p05, values.document_length_p50, values.document_length_p95]).toEqual([7, 70, 133]);
  });

  test("counts only types that occur", () => {
    const corpus = tokenCorpus(["a b c"]);
    expect(valuesOf({ ...corpus, tokens: Int32Array.of(0, 0, 1) }).types).toBe(2);
  });

  test("says why an empty corpus has no lengths, and one document no spread", () => {
    const [empty, single] = [measureSize(tokenCorpus([])), measureSize(tokenCorpus(["a b"]))];
    expect(empty.map(({ value }) => value)).toEqual([0, 0, 0, null, null, null, null, null]);
    expect(single.filter(({ value }) => value === null).map(({ id, reason }) => [id, reason])).toEqual([
      ["document_length_sd", "it needs at least 2 documents, there are 1"],
    ]);
  });

  test("names the tokenizer in the signature", () => {
    expect(measureSize(tokenCorpus([]))[0].signature).toBe("size|tokenizer:words|v:1");
  });
});
