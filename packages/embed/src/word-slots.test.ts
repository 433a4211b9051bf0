import { expect, test } from "vitest";
import * as fc from "fast-check";
import { wordSlots } from "./word-slots.ts";

test("slots go to words of two documents and more, those of most documents first, each to one", () => {
  const frequency = fc.oneof(fc.nat(5), fc.nat(2 ** 31 - 1));
  fc.assert(
    fc.property(fc.array(frequency, { maxLength: 60 }), fc.nat(70), (frequencies, room) => {
      const { kept, slots } = wordSlots(Uint32Array.from(frequencies), room);
      const used = [...slots].filter((slot) => slot >= 0).toSorted((a, b) => a - b);
      expect(used).toEqual(Array.from({ length: kept }, (_, slot) => slot));
      expect(kept).toBe(Math.min(room, frequencies.filter((count) => count >= 2).length));
      const powers = Array.from({ length: kept }, (_, slot) => Math.floor(Math.log2(frequencies[slots.indexOf(slot)])));
      expect(powers).toEqual(powers.toSorted((a, b) => b - a));
      const least = powers.at(-1) ?? Infinity;
      const without = frequencies.filter((count, id) => slots[id] < 0 && count >= 2);
      expect(without.every((count) => Math.floor(Math.log2(count)) <= least)).toBe(true);
    }),
  );
});
