import * as fc from "fast-check";
import { expect, test } from "vitest";
import { ConstantDimensions } from "./constant-dimensions.ts";

/** Whether the values of a dimension stay within a share of 1e-12 of their size, from the first to any. */
function isConstant(values: readonly number[]): boolean {
  return values.every((_, index) => {
    const some = values.slice(0, index + 1);
    const [low, high] = [Math.min(...some), Math.max(...some)];
    return high - low <= 1e-12 * Math.max(Math.abs(low), Math.abs(high));
  });
}

test("finds the dimensions that never change, however the rows are divided", () => {
  const row = fc.tuple(
    fc.constant(0.1),
    fc.constantFrom(0.1, 0.1 * (1 + 2 ** -50)),
    fc.constantFrom(-3, -3 - 1e-9),
    fc.constantFrom(0, 0, 0, 0, 1e-300),
  );
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 12 }), fc.integer({ min: 1, max: 5 }), (rows, size) => {
      const unchanged = new ConstantDimensions(4);
      for (let from = 0; from < rows.length; from += size) {
        unchanged.look(Math.min(size, rows.length - from), (index, k) => rows[from + index][k]);
      }
      expect([...unchanged.flags()]).toEqual([0, 1, 2, 3].map((k) => Number(isConstant(rows.map((one) => one[k])))));
    }),
  );
});
