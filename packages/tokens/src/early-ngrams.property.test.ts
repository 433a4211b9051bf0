import * as fc from "fast-check";
import { expect, test } from "vitest";
import { CorpusFollower } from "./corpus-follower.ts";
import { EarlyNgrams } from "./early-ngrams.ts";
import { generatedTexts } from "./fixtures/generated-texts.ts";
import { ngramIndex } from "./ngram-index.ts";
import { ownMemory } from "./memory.ts";
import { tokenCorpus } from "./token-corpus.ts";
import { TokenCorpusBuilder } from "./token-corpus-builder.ts";

test("a corpus that is followed while it grows comes to the same corpus and the same n-grams as one that is there", () => {
  fc.assert(
    fc.property(
      generatedTexts,
      fc.array(fc.boolean(), { maxLength: 30 }),
      fc.nat(60),
      fc.nat(6),
      (texts, told, room, orders) => {
        const builder = new TokenCorpusBuilder();
        const follower = new CorpusFollower();
        const early = new EarlyNgrams(ownMemory, room, orders);
        for (const [at, text] of texts.entries()) {
          builder.add(text);
          if (told[at]) early.read(follower.follow(builder.growth()));
        }
        const corpus = follower.follow(builder.growth());
        const whole = tokenCorpus(texts);
        expect(corpus).toEqual(whole);
        const index = ngramIndex(corpus, { early });
        const expected = ngramIndex(whole);
        for (let order = 1; order <= 6; order++) expect(index.column(order)).toEqual(expected.column(order));
      },
    ),
  );
});
