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

test("EmbeddingBuilder takes any number of vectors", () => {
  const builder = new EmbeddingBuilder();
  for (let document = 0; document < 5000; document++) builder.add([document, -document, 0.5]);
  const { data, dimensions } = builder.finish("x");
  expect(dimensions).toBe(3);
  expect(data).toEqual(Float32Array.from({ length: 15_000 }, (_, i) => [i / 3, -(i - 1) / 3, 0.5][i % 3]));
});
