import * as fc from "fast-check";
import { expect, test } from "vitest";
import { TokenMarks } from "./token-marks.ts";

test("TokenMarks has the tokens that were marked, and no others", () => {
  const run = fc.record({ begin: fc.nat({ max: 90 }), length: fc.nat({ max: 70 }) });
  fc.assert(
    fc.property(fc.array(run, { maxLength: 5 }), (runs) => {
      const marks = new TokenMarks(160);
      for (const { begin, length } of runs) marks.mark(begin, length);
      const tokens = Array.from({ length: 160 }, (_, token) => token);
      const marked = tokens.filter((token) =>
        runs.some(({ begin, length }) => token >= begin && token < begin + length),
      );
      expect(tokens.filter((token) => marks.has(token))).toEqual(marked);
    }),
  );
});
