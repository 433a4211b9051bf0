import * as fc from "fast-check";
import { expect, test } from "vitest";
import { allWays } from "./fixtures/all-ways.ts";
import { byteChanges, changedBytes, json, record, selector } from "./fixtures/written-json.ts";

test("generated JSON is the same in all ways", () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(json, record), { maxLength: 4 }),
      fc.constantFrom("", "\n"),
      selector,
      (records, end, text) => {
        const { parsed, extracted, byKernel } = allWays(Buffer.from(records.join("\n") + end), text);
        expect(extracted).toEqual(parsed);
        expect(byKernel).toEqual(parsed);
      },
    ),
    { numRuns: 5000 },
  );
});

test("generated JSON with bytes that were changed, left out or put in is the same in all ways", () => {
  fc.assert(
    fc.property(json, json, byteChanges, selector, (first, second, changes, text) => {
      const bytes = changedBytes(`{"text":${first},"a":${second},"b":"b"}\n{"text":"good"}\n`, changes);
      const { parsed, extracted, byKernel } = allWays(Uint8Array.from(bytes), text);
      expect(extracted).toEqual(parsed);
      expect(byKernel).toEqual(parsed);
    }),
    { numRuns: 10_000 },
  );
});

test("numbers and literals cut anywhere are the same in all ways", () => {
  const number = fc.string({ unit: fc.constantFrom("0", "1", "9", "-", "+", ".", "e", "E"), maxLength: 8 });
  const word = fc.string({ unit: fc.constantFrom("n", "u", "l", "t", "r", "e", "f", "a", "s"), maxLength: 5 });
  fc.assert(
    fc.property(fc.oneof(number, word), (value) => {
      const { parsed, extracted, byKernel } = allWays(
        Buffer.from(`{"x":${value},"text":"t"}\n{"text":"t","x":[${value}]}\n{"text":${value}}\n`),
        "text",
      );
      expect(extracted).toEqual(parsed);
      expect(byKernel).toEqual(parsed);
    }),
    { numRuns: 5000 },
  );
});
