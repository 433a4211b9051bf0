import { tokenCorpus } from "@corpulse/tokens";
import { expect, test } from "vitest";
import * as fc from "fast-check";
import { distinctWords } from "./distinct-words.ts";
import { documentFrequencies } from "./document-frequencies.ts";

const texts = fc.array(fc.array(fc.constantFrom("a", "b", "c", "d", "e"), { maxLength: 9 }), { maxLength: 9 });

test("documentFrequencies counts the documents that hold a word, distinctWords what they hold in order", () => {
  fc.assert(
    fc.property(texts, (documents) => {
      const corpus = tokenCorpus(documents.map((words) => words.join(" ")));
      expect([...documentFrequencies(corpus)]).toEqual(
        corpus.vocabulary.map((word) => documents.filter((words) => words.some((other) => other === word)).length),
      );
      const wordsOf = distinctWords(corpus);
      for (const [document, words] of documents.entries()) {
        const { count, ids, frequencyOf } = wordsOf(document);
        const different = [...new Set(words)];
        expect([...ids.subarray(0, count)].map((id) => corpus.vocabulary[id])).toEqual(different);
        expect([...ids.subarray(0, count)].map((id) => frequencyOf[id])).toEqual(
          different.map((word) => words.filter((other) => other === word).length),
        );
        frequencyOf.fill(0);
      }
    }),
  );
});
