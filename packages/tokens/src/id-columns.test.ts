import { expect, test } from "vitest";
import { IdColumns } from "./id-columns.ts";

const memory = (bytes: number): ArrayBuffer => new ArrayBuffer(bytes);

test("IdColumns gives each order memory of its own, beyond the fifth too", () => {
  const columns = new IdColumns(3, memory);
  const given = [2, 3, 4, 5, 6, 7].map((order) => columns.column(order).fill(order));
  expect(given.map((column) => [...column])).toEqual([2, 3, 4, 5, 6, 7].map((order) => [order, order, order]));
});

test.each([2, 3, 4, 5, 6])("IdColumns gives room behind order %d that no column up to it lies in", (last) => {
  for (const length of [1, 3, 6, 9, 12, 100]) {
    for (let first = 2; first <= last; first++) {
      const columns = new IdColumns(3, memory);
      const given = Array.from({ length: last - first + 1 }, (_, at) => columns.column(first + at).fill(1));
      const behind = columns.behind(last, length);
      expect(behind.length).toBeGreaterThanOrEqual(length);
      behind.fill(0);
      expect(given.every((column) => column.every((id) => id === 1))).toBe(true);
    }
  }
});
