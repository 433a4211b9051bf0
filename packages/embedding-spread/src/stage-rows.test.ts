import { describe, expect, test } from "vitest";
import { chosenRows } from "./chosen-rows.ts";
import { givenRows } from "./given-rows.ts";
import { stageRows, strideFor } from "./stage-rows.ts";

/** Rows of ascending numbers, of which every so many-th is zero. */
function someRows(count: number, dimensions: number, every: number): number[][] {
  return Array.from({ length: count }, (_, row) =>
    Array.from({ length: dimensions }, (__, k) => (row % every === 2 ? 0 : 1 + row * dimensions + k)),
  );
}

describe("stageRows", () => {
  test.each([
    [1, 3],
    [7, 4],
    [8, 3],
    [8, 100],
    [11, 3],
    [11, 100],
  ])("lays rows of %d dimensions out without zero vectors, each %d-th is one", (dimensions, every) => {
    const rows = someRows(40, dimensions, every);
    const data = Float32Array.from(rows.flat());
    const stride = strideFor(dimensions);
    const expected = rows
      .filter(([first]) => first !== 0)
      .slice(5, 25)
      .flatMap((row) => [...row, ...Array.from({ length: stride - dimensions }, () => 0)]);
    const chosen = chosenRows(givenRows({ data, dimensions }), { unit: true, leaveOutZeros: true });
    const values = new Float32Array(30 * stride).fill(-1);
    stageRows(chosen, 5, 20, { values, stride });
    expect([...values.subarray(0, 20 * stride)]).toEqual(expected);
  });
});
