import * as fc from "fast-check";
import { expect, test } from "vitest";
import { largestExactGroups } from "./largest-exact-groups.ts";

/** The slow definition: documents by their text, groups in the order of their first documents. */
function slowGroups(texts: readonly number[]): unknown {
  const groups = Map.groupBy(texts.keys(), (document) => texts[document]);
  return [...groups.values()]
    .filter(({ length }) => length > 1)
    .toSorted((one, other) => other.length - one.length)
    .slice(0, 20)
    .map((documents) => ({ copies: documents.length, first: documents[0], documents: documents.slice(0, 20) }));
}

test("largestExactGroups() names the largest groups of equal texts, of equally large ones the earliest", () => {
  let named = 0;
  fc.assert(
    fc.property(fc.array(fc.nat(60), { maxLength: 300, size: "max" }), fc.nat(60), (texts, fewer) => {
      // Some texts are more frequent than others.
      const skewed = texts.map((text) => (text > fewer ? text : 0));
      const groups = largestExactGroups(Uint32Array.from(skewed, (text) => skewed.indexOf(text)));
      expect(groups).toEqual(slowGroups(skewed));
      named += groups.length;
    }),
    { seed: 5 },
  );
  expect(named).toBeGreaterThan(300);
});
