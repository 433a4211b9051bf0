import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { generatedText } from "./fixtures/generated-texts.ts";
import { selectDocuments } from "./select-documents.ts";
import { tokenCorpus } from "./token-corpus.ts";

describe("selectDocuments()", () => {
  test("equals the corpus that the chosen texts alone would make, in any order and with repeats", () => {
    const choice = fc
      .array(generatedText, { minLength: 1, maxLength: 7 })
      .chain((texts) => fc.tuple(fc.constant(texts), fc.array(fc.nat(texts.length - 1), { maxLength: 9 })));
    fc.assert(
      fc.property(choice, ([texts, documents]) => {
        expect(selectDocuments(tokenCorpus(texts), documents)).toEqual(tokenCorpus(documents.map((one) => texts[one])));
      }),
      { numRuns: 500 },
    );
  });

  test("keeps the name of the tokenizer", () => {
    const commas = { name: "commas", tokenize: (text: string) => text.split(",") };
    expect(selectDocuments(tokenCorpus(["a,b"], { tokenizer: commas }), [0]).tokenizer).toBe("commas");
  });

  test.each([-1, 2, 0.5, Number.NaN])("refuses document %d of two", (document) => {
    expect(() => selectDocuments(tokenCorpus(["a", "b"]), [document])).toThrow(RangeError);
  });
});
