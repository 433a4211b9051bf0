import { CorpusFollower, ngramIndex, TokenCorpusBuilder, tokenCorpus } from "@corpulse/tokens";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { DocumentSketcher } from "./document-sketcher.ts";
import { measureNearDuplicates } from "./measure-near-duplicates.ts";
import { parseShingle } from "./shingle.ts";
import { sketchDocuments } from "./sketch-documents.ts";

const text = fc.array(fc.constantFrom("a", "b", "c", "d", "e"), { maxLength: 12 }).map((words) => words.join(" "));

test("sketchDocuments() changes nothing but who makes the sketches", () => {
  fc.assert(
    fc.property(
      fc.array(text, { maxLength: 20 }),
      fc.constantFrom("words:1", "words:3", "chars:5"),
      fc.constantFrom(0.5, 0.8, 1),
      fc.boolean(),
      (texts, shingle, similarity, complete) => {
        const corpus = tokenCorpus(texts);
        const options = { shingle: parseShingle(shingle), similarity, seed: 7, complete };
        const sketches = sketchDocuments(corpus, options);
        const index = ngramIndex(corpus);
        expect(measureNearDuplicates(index, { ...options, sketches })).toEqual(measureNearDuplicates(index, options));
      },
    ),
  );
});

test("documents that are sketched while a corpus grows have the sketches that they have in the end", () => {
  fc.assert(
    fc.property(
      fc.array(text, { maxLength: 20 }),
      fc.array(fc.boolean(), { maxLength: 20 }),
      fc.constantFrom("words:1", "words:3", "chars:5"),
      fc.nat(3),
      (texts, told, shingle, documents) => {
        const options = { shingle: parseShingle(shingle), similarity: 0.7, seed: 3 };
        const builder = new TokenCorpusBuilder();
        const follower = new CorpusFollower();
        const sketcher = new DocumentSketcher({ ...options, documents });
        for (const [at, one] of texts.entries()) {
          builder.add(one);
          if (told[at]) sketcher.read(follower.follow(builder.growth()));
        }
        const sketches = sketcher.sketches(follower.follow(builder.growth()));
        expect(sketches).toEqual(sketchDocuments(tokenCorpus(texts), options));
      },
    ),
  );
});

test("a document longer than any before it is sketched like any other", () => {
  const long = Array.from({ length: 5000 }, (_, at) => `w${at}`).join(" ");
  const sketcher = new DocumentSketcher();
  const first = tokenCorpus(["a b c d"]);
  sketcher.read(first);
  const both = tokenCorpus(["a b c d", long]);
  expect(sketcher.sketches(both).keys).toEqual(sketchDocuments(both).keys);
  const alone = sketchDocuments(tokenCorpus([long])).keys;
  expect(sketcher.sketches(both).keys.slice(-alone.length)).toEqual(alone);
});

test("measureNearDuplicates() takes no sketches of other settings or of another corpus", () => {
  const corpus = tokenCorpus(["a b c d", "a b c d e"]);
  const index = ngramIndex(corpus);
  for (const other of [{ seed: 1 }, { similarity: 0.5 }, { shingle: parseShingle("words:2") }]) {
    const sketches = sketchDocuments(corpus, other);
    expect(() => measureNearDuplicates(index, { sketches })).toThrow("Cannot use sketches: there must be");
  }
  const sketches = sketchDocuments(tokenCorpus(["a b c d"]));
  expect(() => measureNearDuplicates(index, { sketches })).toThrow("those of 2 documents, current value is 1");
});
