import { describe, expect, test } from "vitest";
import { usableRows } from "./usable-rows.ts";
import { asVectors, checkedVectors, checkRow } from "./vectors.ts";

describe("asVectors", () => {
  test("lays rows end to end", () => {
    expect(asVectors([[1, 2], new Float32Array([3, 4])], "model")).toEqual({
      data: Float64Array.of(1, 2, 3, 4),
      dimensions: 2,
      name: "model",
    });
  });

  test("makes no rows of nothing", () => {
    expect(asVectors([])).toEqual({ data: new Float64Array(0), dimensions: 0, name: "given" });
  });

  test("names the row whose length differs", () => {
    expect(() => asVectors([[1, 2], [3]])).toThrow(
      new RangeError("Cannot use row 1 as a vector: it must have 2 dimensions like the first, current value is 1"),
    );
    expect(() => asVectors([[]])).toThrow("it must have at least 1 dimensions");
  });
});

describe("checkRow", () => {
  test.each([Number.NaN, Infinity, -Infinity, 1e80])("names row and column of %d", (value) => {
    const vectors = asVectors([
      [1, 2],
      [3, value],
    ]);
    const choose = (): unknown => usableRows(vectors, { unit: true, leaveOutZeros: true });
    expect(choose).toThrow(TypeError);
    expect(choose).toThrow("row 1, column 1");
  });

  test("takes rows of large values whose squares sum up to more than that of one may be", () => {
    expect(() => checkRow([1e75, 1e75, -1e75], 0)).not.toThrow();
  });
});

describe("checkedVectors", () => {
  test.each([0, -1, 1.5, 3, Number.NaN])("refuses %d dimensions for four values", (dimensions) => {
    expect(() => checkedVectors({ data: new Float32Array(4), dimensions, name: "x" })).toThrow(RangeError);
  });

  test("reads vectors in place", () => {
    const vectors = { data: new Float32Array(4), dimensions: 2, name: "x" };
    expect(checkedVectors(vectors)).toBe(vectors);
  });
});
