import { expect, test } from "vitest";
import { documentLengths } from "./document-lengths.ts";

test("documentLengths() tells and counts the lengths of some documents", () => {
  const { lengths, counts } = documentLengths(Uint32Array.of(0, 3, 3, 5, 8, 9), { from: 1, to: 4 }, 4);
  expect([...lengths]).toEqual([0, 2, 3]);
  expect([...counts]).toEqual([1, 0, 1, 1, 0]);
});
