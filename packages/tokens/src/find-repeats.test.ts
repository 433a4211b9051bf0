import * as fc from "fast-check";
import { expect, test } from "vitest";
import { bitSet, setBits } from "./bits.ts";
import { findRepeats, repeatSlots } from "./find-repeats.ts";

/** For documents of n-gram ids, −1 for none, where ids stand that the document has had, and where those that it has twice. */
function bruteForce(documents: readonly (readonly number[])[]): {
  readonly repeats: number[];
  readonly marked: number[];
} {
  const all = documents.flat().map((_, at) => at);
  const within = (at: number): readonly [readonly number[], number] => {
    let begin = 0;
    for (const document of documents) {
      if (at < begin + document.length) return [document, at - begin];
      begin += document.length;
    }
    return [[], 0];
  };
  const held = (at: number): boolean => {
    const [document, place] = within(at);
    return document[place] >= 0 && document.filter((id) => id === document[place]).length > 1;
  };
  return {
    repeats: all.filter((at) => {
      const [document, place] = within(at);
      return document[place] >= 0 && document.indexOf(document[place]) < place;
    }),
    marked: all.filter((at) => held(at)),
  };
}

test("findRepeats() finds what documents have had, and marks all that they have twice", () => {
  const document = fc.array(fc.integer({ min: -1, max: 12 }), { maxLength: 80 });
  fc.assert(
    fc.property(fc.array(document, { maxLength: 5 }), (documents) => {
      const ids = Int32Array.from(documents.flat());
      const offsets = Uint32Array.of(0, ...documents.map((_, at) => documents.slice(0, at + 1).flat().length));
      // The first position of all has none before it, so no pair ends there.
      if (ids.length > 0) ids[0] = -1;
      const expected = bruteForce(documents.map((own, at) => [...ids.subarray(offsets[at], offsets[at] + own.length)]));
      const marks = bitSet(ids.length);
      setBits(marks, 0, ids.length);
      const most = Math.min(13, ids.length);
      const repeats = new Int32Array(ids.length);
      const found = findRepeats({ ids, offsets }, { marks, most, slots: new Int32Array(repeatSlots(most)) }, repeats);
      expect([...repeats.subarray(0, found)]).toEqual(expected.repeats);
      const marked = [...ids.keys()].filter((at) => ((marks[at >>> 5] >>> (at & 31)) & 1) === 1);
      expect(marked).toEqual(expected.marked);
    }),
    { numRuns: 1000 },
  );
});
