import * as fc from "fast-check";
import { tokenCorpus } from "@corpulse/tokens";
import { describe, expect, test } from "vitest";
import { NATURAL_TOKENIZERS, naturalTokenizer } from "./natural-tokenizer.ts";

const names = NATURAL_TOKENIZERS.map(({ name }) => name);
const tokens = (name: string, text: string, keepCase = false): readonly string[] => [
  ...naturalTokenizer(name, { keepCase }).tokenize(text),
];

describe("naturalTokenizer()", () => {
  test.each(names)("%s carries its name into signatures", (name) => {
    expect(naturalTokenizer(name).name).toBe(`natural:${name}`);
    expect(naturalTokenizer(name, { keepCase: true }).name).toBe(`natural:${name}+keep-case`);
  });

  test.each(["", "Porter", "snowball", "__proto__", "constructor"])(
    "refuses %j and says which names there are",
    (name) => {
      expect(() => naturalTokenizer(name)).toThrow(RangeError);
      expect(() => naturalTokenizer(name)).toThrow(/one of treebank, porter, .*, japanese, current value is /);
    },
  );

  test.each(names)("%s gives whole, non-empty tokens for any text, the same every time", (name) => {
    const tokenizer = naturalTokenizer(name);
    const sign = fc.constantFrom(
      "a",
      "B",
      "'",
      "’",
      ".",
      ",",
      " ",
      "\n",
      "ä",
      "ß",
      "é",
      "の",
      "語",
      "々",
      "𠮷",
      "👍🏽",
      "ж",
      "1",
      "-",
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(sign, { maxLength: 30 }).map((signs) => signs.join("")),
          fc.string({ unit: "grapheme" }),
        ),
        (text) => {
          const found = [...tokenizer.tokenize(text)];
          expect(found.every((token) => token !== "" && token.isWellFormed())).toBe(true);
          expect([...tokenizer.tokenize(text)]).toEqual(found);
          expect([...naturalTokenizer(name).tokenize(text)]).toEqual(found);
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe("a stemmer", () => {
  test("takes the words of any script and stems those of its language", () => {
    expect(tokens("porter", "Naïve cafés: don't pay $3.14, 日本 дома!")).toEqual([
      "naïv",
      "café",
      "don't",
      "pai",
      "3.14",
      "日本",
      "дома",
    ]);
    expect(tokens("german", "Die Häuser, die Häusern")).toEqual(["die", "haus", "die", "haus"]);
    expect(tokens("russian", "важные важная")).toEqual(["важн", "важн"]);
  });

  test("counts words that are names of every object like any other", () => {
    expect(tokens("porter", "__proto__ constructor hasOwnProperty")).toEqual([
      "__proto__",
      "constructor",
      "hasownproperti",
    ]);
  });

  test("keeps the case of the word's letters when case is kept", () => {
    expect(tokens("porter", "Running RUNNING running Happy HAPPY", true)).toEqual([
      "Run",
      "RUN",
      "run",
      "Happi",
      "HAPPi",
    ]);
    expect(tokens("german", "Häuser HÄUSER", true)).toEqual(["Haus", "HaUS"]);
    expect(tokens("porter", "İs", true)).toEqual(["i̇"]);
  });

  test("forgets words when there are too many and still stems the same", () => {
    const tokenizer = naturalTokenizer("porter");
    const many = Array.from({ length: 140_000 }, (_, index) => `w${index}`).join(" ");
    expect([...tokenizer.tokenize(many)]).toHaveLength(140_000);
    expect([...tokenizer.tokenize("w0 relational")]).toEqual(["w0", "relat"]);
  });

  test("serves a token corpus", () => {
    const corpus = tokenCorpus(["relate", "related relations"], { tokenizer: naturalTokenizer("porter") });
    expect(corpus).toMatchObject({ vocabulary: ["relat"], tokenizer: "natural:porter" });
  });
});

describe("treebank", () => {
  // The first two are examples of NLTK's TreebankWordTokenizer, the third of natural's README.
  test.each([
    ["They'll save and invest more.", "They 'll save and invest more ."],
    ["Good muffins cost $3.88", "Good muffins cost $ 3.88"],
    ["If we 'all' can't go. I'll stay home.", "If we 'all ' ca n't go. I 'll stay home ."],
    ["my dog hasn't any fleas.", "my dog has n't any fleas ."],
    ["Stop, he said,", "Stop , he said,"],
    ["Gimme what you cannot hold", "Gim me what you can not hold"],
  ])("%s", (text, expected) => {
    expect(tokens("treebank", text, true)).toEqual(expected.split(" "));
    expect(tokens("treebank", text)).toEqual(expected.toLowerCase().split(" "));
  });

  test("breaks words at letters beyond ASCII, as its documentation says, but never characters", () => {
    expect(tokens("treebank", "naïve 👍")).toEqual(["na", "ï", "ve", "👍"]);
  });
});

describe("japanese", () => {
  // The example of TinySegmenter (chasen.org/~taku/software/TinySegmenter).
  test("cuts words without spaces and leaves punctuation out", () => {
    expect(tokens("japanese", "私の名前は中野です。")).toEqual(["私", "の", "名前", "は", "中野", "です"]);
  });

  test("folds the width of letters and never cuts characters", () => {
    expect(tokens("japanese", "ｱｲｳ 𠮷")).toEqual(["アイウ", "𠮷"]);
    expect(tokens("japanese", "𠮷々").join("")).toBe("𠮷𠮷");
    expect(tokens("japanese", "時々")).toEqual(tokens("japanese", "時時"));
  });
});
