import { expect, test } from "vitest";
import { BlockMemory } from "./block-memory.ts";

test("BlockMemory gives memory that is free again, when it is large enough", () => {
  const memory = new BlockMemory(1000);
  const first = memory.allocate(10);
  expect(first.buffer).toBeInstanceOf(SharedArrayBuffer);
  expect(memory.allocate(10).buffer).not.toBe(first.buffer);
  memory.release(first.subarray(0, 10));
  const large = memory.allocate(1 << 20);
  expect(large.buffer).not.toBe(first.buffer);
  expect(large.length).toBeGreaterThanOrEqual(1 << 20);
  expect(memory.allocate(1000).buffer).toBe(first.buffer);
});
