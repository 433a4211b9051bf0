import { expect, test } from "vitest";
import { Column } from "./column.ts";

test("Column keeps what is pushed while it grows, and shows what there is", () => {
  const column = new Column((length) => new Int32Array(length));
  const values = Array.from({ length: 5000 }, (_, at) => at * 3 - 7000);
  for (const value of values) column.push(value);
  expect([...column.view()]).toEqual(values);
});

test("Column gives room to write to", () => {
  const column = new Column((length) => new Uint32Array(length));
  column.push(9);
  column.reserve(3000).set([1, 2], 1);
  column.length = 3;
  expect([...column.view()]).toEqual([9, 1, 2]);
});
