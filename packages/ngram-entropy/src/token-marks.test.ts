import * as fc from "fast-check";
import { expect, test } from "vitest";
import { TokenMarks } from "./token-marks.ts";

test("TokenMarks has the tokens that were marked, and no others", () => {
  const run = fc.record({ begin: fc.nat({ max: 90 }), length: fc.nat({ max: 70 }) });
  fc.assert(
    fc.property(fc.array(run, { maxLength: 5 }), run, (runs, asked) => {
      const marks = new TokenMarks(160);
      for (const { begin, length } of runs) marks.mark(begin, length);
      const marked = (token: number): boolean =>
        runs.some(({ begin, length }) => token >= begin && token < begin + length);
      const tokens = Array.from({ length: asked.length }, (_, at) => asked.begin + at);
      expect(marks.has(asked.begin, asked.length)).toBe(tokens.some(marked));
    }),
  );
});
