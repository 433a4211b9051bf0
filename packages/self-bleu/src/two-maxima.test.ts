import { type NgramColumn, ngramIndex, tokenCorpus } from "@corpulse/tokens";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { recordNumbers, SETTLED } from "./record-numbers.ts";
import { ownOccurrences } from "./own-occurrences.ts";
import { repeatCounter } from "./repeat-counter.ts";
import { splitOccurrences } from "./split-occurrences.ts";
import { LARGEST, OWNER, RECORD, SECOND, twoMaxima } from "./two-maxima.ts";

interface Found {
  readonly column: NgramColumn;
  readonly vocabulary: readonly string[];
  readonly recordOf: Int32Array;
  readonly records: Int32Array;
}

function findMaxima(texts: readonly string[]): Found {
  const index = ngramIndex(tokenCorpus(texts));
  const { offsets, vocabulary } = index.corpus;
  const column = index.column(1);
  const numbers = recordNumbers(column.counts, column.documentFrequencies, true);
  const repeated = repeatCounter(index.corpus)(column, ownOccurrences(column, offsets).repeats, numbers);
  return { column, vocabulary, recordOf: numbers.recordOf, records: twoMaxima(repeated, numbers.size) };
}

function maximaOf(texts: readonly string[], word: string): { largest: number; second: number; owner: number } {
  const { vocabulary, recordOf, records } = findMaxima(texts);
  const at = recordOf[vocabulary.indexOf(word)] * RECORD;
  return { largest: records[at + LARGEST], second: records[at + SECOND], owner: records[at + OWNER] };
}

describe("twoMaxima()", () => {
  test("finds the two largest counts, whatever the order of the documents", () => {
    expect(maximaOf(["a", "a a a", "a a"], "a")).toEqual({ largest: 3, second: 2, owner: 1 });
    expect(maximaOf(["a a a", "a a", "a"], "a")).toEqual({ largest: 3, second: 2, owner: 0 });
    expect(maximaOf(["a", "a a", "a a a"], "a")).toEqual({ largest: 3, second: 2, owner: 2 });
  });

  test("gives both places the same count when documents tie", () => {
    expect(maximaOf(["a a", "b", "a a"], "a")).toEqual({ largest: 2, second: 2, owner: 0 });
  });

  test("equals counting each document", () => {
    const word = fc.constantFrom("a", "b", "c");
    fc.assert(
      fc.property(fc.array(fc.array(word, { maxLength: 9 }), { minLength: 2, maxLength: 6 }), (documents) => {
        const { vocabulary, recordOf, records } = findMaxima(documents.map((words) => words.join(" ")));
        for (const [id, known] of vocabulary.entries()) {
          if (recordOf[id] < 0) continue;
          const counts = documents.map((words) => words.filter((one) => one === known).length);
          const [second, largest] = counts.toSorted((left, right) => left - right).slice(-2);
          const at = recordOf[id] * RECORD;
          const owned = records[at + OWNER] < 0 ? 1 : counts[records[at + OWNER]];
          expect([records[at + LARGEST], records[at + SECOND], owned]).toEqual([largest, second, largest]);
        }
      }),
    );
  });
});

test("recordNumbers() keeps no record of what one document alone has, nor of what none repeats", () => {
  const { vocabulary, recordOf } = findMaxima(["a b b c d", "a c c e e"]);
  expect(Object.fromEntries(vocabulary.map((word, id) => [word, recordOf[id]]))).toEqual({
    a: SETTLED,
    b: SETTLED,
    c: 0,
    d: SETTLED,
    e: SETTLED,
  });
});

test("splitOccurrences() counts the firsts of each document and lists the repeats", () => {
  const { column } = findMaxima(["a b a", "a b b"]);
  const offsets = Uint32Array.of(0, 3, 6);
  const numbers = recordNumbers(column.counts, column.documentFrequencies, false);
  const { firsts, repeats } = splitOccurrences(column, offsets, { from: 0, to: 2 }, numbers);
  expect({ firsts: [...firsts], repeats: [...repeats] }).toEqual({ firsts: [2, 2], repeats: [2, 5] });
});

test("ownOccurrences() counts the firsts that another document has too, and lists all repeats", () => {
  const { column } = findMaxima(["a b a c c", "a b b"]);
  const { firsts, repeats } = ownOccurrences(column, Uint32Array.of(0, 5, 8));
  expect({ firsts: [...firsts], repeats: [...repeats] }).toEqual({ firsts: [2, 2], repeats: [2, 4, 7] });
});
