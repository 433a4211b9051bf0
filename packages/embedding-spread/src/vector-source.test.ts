import { describe, expect, test } from "vitest";
import { generatedRows } from "./fixtures/generated-rows.ts";
import { sourceOf } from "./fixtures/source-of.ts";
import { measureSourceSpread } from "./measure-source-spread.ts";
import type { VectorSource } from "./vector-source.ts";

const source = (values: ArrayLike<number>, dimensions: number): VectorSource =>
  sourceOf({ data: Float32Array.from(values), dimensions, name: "x" });

describe("a source of vectors", () => {
  test.each([-1, 0.5, Number.NaN, Infinity])("has no %d vectors", (count) => {
    expect(() => measureSourceSpread({ ...source([1, 2], 2), count })).toThrow(
      new RangeError(`Cannot read vectors: \`count\` must be a whole number, current value is ${count}`),
    );
  });

  test.each([-1, 0, 1.5, Number.NaN])("has no %d dimensions", (dimensions) => {
    expect(() => measureSourceSpread({ ...source([1, 2], 2), dimensions })).toThrow(
      new RangeError(
        `Cannot read vectors: \`dimensions\` must be a whole number above 0, current value is ${dimensions}`,
      ),
    );
  });

  test.each([Number.NaN, Infinity, -Infinity])("may not hold %d", (value) => {
    const values = generatedRows(1, 100, 3).flat();
    values[77 * 3 + 1] = value;
    expect(() => measureSourceSpread(source(values, 3))).toThrow(
      new TypeError(
        `Cannot use the vector value in row 77, column 1: it must be a finite number up to 1e75, current value is ${value}`,
      ),
    );
  });

  test("is refused when it ends before its last vector does", () => {
    const whole = source(generatedRows(2, 100, 3).flat(), 3);
    const read = (from: number, target: Float32Array): void => whole.read(from, target.subarray(0, 300 - 1 - from * 3));
    expect(() => measureSourceSpread({ ...whole, read })).toThrow(
      new TypeError(
        "Cannot use the vector value in row 99, column 2: it must be a finite number up to 1e75, current value is NaN",
      ),
    );
  });

  test("is refused when it does not give what it gave before", () => {
    const whole = source(generatedRows(3, 100, 3).flat(), 3);
    const left = [0, 64];
    const read = (from: number, target: Float32Array): void => {
      // Read in blocks of 64 the first time, and not at all after that.
      if (left.shift() === from) whole.read(from, target);
    };
    expect(() => measureSourceSpread({ ...whole, read }, { only: ["radius"] })).toThrow(
      "Cannot read vector 99 again: `read` must write the same values each time, current value at its end is NaN",
    );
  });
});
