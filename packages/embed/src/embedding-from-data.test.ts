import { describe, expect, test } from "vitest";
import { EmbeddingBuilder } from "./embedding-builder.ts";
import { embeddingFromData } from "./embedding-from-data.ts";

// What a corpus holds is not what the types promise.
// oxlint-disable-next-line typescript/no-explicit-any
const refused = (rows: any): unknown => {
  try {
    return embeddingFromData(rows, { name: "x" });
  } catch (error) {
    return error;
  }
};

describe("embeddingFromData", () => {
  test("lays vectors end to end as 32-bit numbers", () => {
    expect(embeddingFromData([[0.1, 2], Float64Array.of(3, 4)], { name: "model" })).toEqual({
      data: Float32Array.of(0.1, 2, 3, 4),
      dimensions: 2,
      name: "model",
    });
    expect(embeddingFromData([], { name: "model" })).toEqual({
      data: new Float32Array(0),
      dimensions: 0,
      name: "model",
    });
  });

  test("names the document whose vector differs in length", () => {
    expect(refused([[1, 2], [1, 2], [1]])).toEqual(
      new RangeError(
        "Cannot use the vector of document 2: it must have 2 dimensions like the first, current value is 1",
      ),
    );
    expect(refused([[]])).toBeInstanceOf(RangeError);
  });

  test.each([
    ["NaN", Number.NaN],
    ["infinity", Infinity],
    ["more than 32 bits hold", 1e39],
    ["a number in quotes", "1"],
    ["null", null],
  ])("names document and dimension of a value that is %s", (_, value) => {
    expect(
      refused([
        [1, 2],
        [1, value],
      ]),
    ).toBeInstanceOf(TypeError);
    expect(
      String(
        refused([
          [1, 2],
          [1, value],
        ]),
      ),
    ).toContain("document 1: dimension 1 must be a finite 32-bit number");
  });

  test.each([[null], [undefined], ["12"], [5], [{}]])(
    "refuses %o in place of a vector, naming the document",
    (vector) => {
      expect(refused([[1, 2], vector])).toBeInstanceOf(TypeError);
      expect(String(refused([[1, 2], vector]))).toContain("the vector of document 1");
    },
  );
});

describe("EmbeddingBuilder", () => {
  const vector = (document: number): number[] => [document, -document, 0.5];
  const expected = (count: number): Float32Array =>
    Float32Array.from({ length: count * 3 }, (_, i) => vector(Math.floor(i / 3))[i % 3]);

  test.each([
    [5, 0],
    [100_000, 0],
    [5, 5],
    [5, 9],
    [200_000, 70_000],
  ])("takes %d vectors where %d are expected", (count, expectedCount) => {
    const builder = new EmbeddingBuilder(expectedCount);
    for (let document = 0; document < count; document++) builder.add(vector(document));
    expect(builder.finish("x")).toEqual({ data: expected(count), dimensions: 3, name: "x" });
  });

  test("goes on after what was taken from it, which stays as it was", () => {
    const builder = new EmbeddingBuilder(2);
    const taken = [1, 2, 3, 4].map((count) => {
      builder.add(vector(count - 1));
      return builder.finish("x").data;
    });
    expect(taken).toEqual([1, 2, 3, 4].map(expected));
    expect(() => builder.add([1, 2, Number.NaN])).toThrow("document 4: dimension 2");
    builder.add(vector(4));
    expect(builder.finish("x").data).toEqual(expected(5));
  });

  test("takes vectors of more dimensions than a part has room for", () => {
    const wide = Float32Array.from({ length: 300_000 }, (_, k) => k % 7);
    const builder = new EmbeddingBuilder();
    for (let document = 0; document < 3; document++) builder.add(wide);
    expect(builder.finish("x").data.subarray(600_000)).toEqual(wide);
  });
});
