import { expect, test } from "vitest";
import { IdColumns } from "./id-columns.ts";
import { ownMemory } from "./memory.ts";

test("IdColumns gives each order memory of its own, beyond the fifth too", () => {
  const columns = new IdColumns(3, ownMemory);
  const given = [2, 3, 4, 5, 6, 7].map((order) => columns.column(order, 3).fill(order));
  expect(given.map((column) => [...column])).toEqual([2, 3, 4, 5, 6, 7].map((order) => [order, order, order]));
});

test.each([2, 3, 4, 5, 6])("IdColumns gives room behind order %d that no column up to it lies in", (last) => {
  for (const length of [1, 3, 6, 9, 12, 100]) {
    for (let first = 2; first <= last; first++) {
      const columns = new IdColumns(3, ownMemory);
      const given = Array.from({ length: last - first + 1 }, (_, at) => columns.column(first + at, 3).fill(1));
      const behind = columns.behind(last, length);
      expect(behind.length).toBeGreaterThanOrEqual(length);
      behind.fill(0);
      expect(given.every((column) => column.every((id) => id === 1))).toBe(true);
    }
  }
});

test("IdColumns touches columns ahead, and gives them in the same order", () => {
  for (const room of [5, 5000]) {
    const columns = new IdColumns(room, ownMemory);
    for (const tokens of [2, 3, 6000]) columns.prepare(4, tokens);
    const given = [2, 3, 4, 5, 6].map((order) => columns.column(order, 5).fill(order));
    expect(given.map((column) => [...column])).toEqual([2, 3, 4, 5, 6].map((order) => Array(5).fill(order)));
  }
});
