import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CopyFinder } from "./copy-finder.ts";
import { CONTEXT, type CopiedRuns } from "./find-copies.ts";
import { ownMemory } from "./memory.ts";
import { type TokenCorpus, tokenCorpus } from "./token-corpus.ts";

/** A corpus of pieces of one passage. */
const copied = fc
  .array(fc.array(fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 40 })), { maxLength: 4 }), { maxLength: 8 })
  .map((texts) => {
    const passage = Array.from({ length: 100 }, (_, at) => `w${(at * at) % 37}`);
    return tokenCorpus(
      texts.map((pieces) => pieces.flatMap(([from, length]) => passage.slice(from, from + length)).join(" ")),
    );
  });

function copiesIn(corpus: TokenCorpus): CopiedRuns {
  const finder = new CopyFinder(ownMemory, corpus.tokens.length);
  finder.read(corpus);
  return finder.runs();
}

const documentOf = ({ offsets }: TokenCorpus, position: number): number =>
  offsets.findLastIndex((offset) => offset <= position);

describe("CopyFinder", () => {
  test("gives windows that stand in their document and in that of an earlier source", () => {
    fc.assert(
      fc.property(copied, (corpus) => {
        const { starts, ends, sources } = copiesIn(corpus);
        for (let run = 0; run < starts.length; run++) {
          expect(starts[run]).toBeGreaterThanOrEqual(run === 0 ? 0 : ends[run - 1]);
          for (let position = starts[run]; position < ends[run]; position++) {
            const source = sources[run] + position - starts[run];
            expect(source).toBeLessThan(position);
            for (const end of [position, source]) {
              expect(documentOf(corpus, end - CONTEXT + 1)).toBe(documentOf(corpus, end));
            }
            expect(corpus.tokens.slice(source - CONTEXT + 1, source + 1)).toEqual(
              corpus.tokens.slice(position - CONTEXT + 1, position + 1),
            );
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  test("finds copies of whole documents and of one's own beginning", () => {
    const words = Array.from({ length: 30 }, (_, at) => `w${at}`).join(" ");
    const { starts, ends, sources } = copiesIn(tokenCorpus([words, words, `x ${words} ${words}`]));
    expect([...starts]).toEqual([34, 65, 95]);
    expect([...ends]).toEqual([60, 91, 121]);
    expect([...sources]).toEqual([4, 34, 65]);
  });

  test("finds nothing in what never comes twice", () => {
    const words = Array.from({ length: 500 }, (_, at) => `w${at}`).join(" ");
    expect(copiesIn(tokenCorpus([words])).starts).toHaveLength(0);
  });

  test("finds the copy of a long stretch after the beginning of which it had lost patience", () => {
    const long = Array.from({ length: 2000 }, (_, at) => `w${at}`).join(" ");
    const other = Array.from({ length: 500 }, (_, at) => `v${at}`).join(" ");
    const { starts, ends } = copiesIn(tokenCorpus([long, `${other} ${long}`]));
    expect([...starts]).toEqual([2504]);
    expect([...ends]).toEqual([4500]);
  });
});
