import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { characterTokenizer } from "./character-tokenizer.ts";
import { ngramIndex } from "./ngram-index.ts";
import { tokenCorpus } from "./token-corpus.ts";
import { whitespaceTokenizer } from "./whitespace-tokenizer.ts";
import { wordTokenizer } from "./word-tokenizer.ts";

const file = new URL("../../../../shared/malformed/blns.json", import.meta.url);

test
  .skipIf(!existsSync(file))
  .each([wordTokenizer(), wordTokenizer({ keepCase: true }), whitespaceTokenizer(), characterTokenizer()])(
  "$name reads the Big List of Naughty Strings (needs ../shared/malformed/blns.json)",
  (tokenizer) => {
    const texts: string[] = JSON.parse(readFileSync(file, "utf8"));
    const corpus = tokenCorpus(texts, { tokenizer });
    expect(corpus.offsets).toHaveLength(texts.length + 1);
    expect(corpus.tokens.length).toBeGreaterThan(texts.length);
    expect(new Set(corpus.vocabulary).size).toBe(corpus.vocabulary.length);
    expect(ngramIndex(corpus).column(3).total).toBeGreaterThan(0);
    texts.forEach((text, document) => {
      const tokens = corpus.tokens.subarray(corpus.offsets[document], corpus.offsets[document + 1]);
      expect(Array.from(tokens, (id) => corpus.vocabulary[id])).toEqual([...tokenizer.tokenize(text)]);
    });
  },
);
