import { expect, test } from "vitest";
import { PairTable } from "./pair-table.ts";

test("PairTable equals a map from pair to id while it grows, zeros and large numbers included", () => {
  const table = new PairTable();
  const ids = new Map<string, number>();
  const found: number[] = [];
  const expected: number[] = [];
  for (let step = 0; step < 60_000; step++) {
    const left = step % 251;
    const right = step % 3 === 0 ? 0 : 0x7fffffff - (step % 509);
    const key = `${left} ${right}`;
    found.push(table.intern(left, right, ids.size));
    if (!ids.has(key)) ids.set(key, ids.size);
    expected.push(ids.get(key) ?? -1);
  }
  expect(ids.size).toBeGreaterThan(10_000);
  expect(found).toEqual(expected);
});
