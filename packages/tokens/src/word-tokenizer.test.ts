import { describe, expect, test } from "vitest";
import { wordTokenizer } from "./word-tokenizer.ts";

const words = (text: string): readonly string[] => [...wordTokenizer().tokenize(text)];

describe("wordTokenizer()", () => {
  test.each([
    ["folds case", "The THE the", ["the", "the", "the"]],
    ["separates at punctuation and symbols", "a-b/c+d (e) [f] $5 #g", ["a", "b", "c", "d", "e", "f", "5", "g"]],
    ["keeps an apostrophe between letters", "don't 'quoted' dogs' o'clock", ["don't", "quoted", "dogs", "o'clock"]],
    ["counts ’ as '", "don’t it’s", ["don't", "it's"]],
    ["does not keep an apostrophe next to a digit", "90's", ["90", "s"]],
    ["keeps points and commas between digits", "3.14 1,000,000 1.2.3", ["3.14", "1,000,000", "1.2.3"]],
    ["does not keep a point that ends a sentence", "In 1999. 5, then .5", ["in", "1999", "5", "then", "5"]],
    ["does not keep a point between letters", "e.g. example.com", ["e", "g", "example", "com"]],
    ["does not keep points in a row", "1..2 1,.2 a''b", ["1", "2", "1", "2", "a", "b"]],
    ["keeps letters and digits together", "gpt4 4th B2B", ["gpt4", "4th", "b2b"]],
    ["keeps connectors in words", "snake_case _private __init__", ["snake_case", "_private", "__init__"]],
    ["does not make a word of connectors alone", "_ __ a ___ b", ["a", "b"]],
    ["separates an apostrophe from a connector", "a_'b", ["a_", "b"]],
    ["drops emoji, with their modifiers and joiners", "ok 👍🏽 👩‍👩‍👧 ❤️ fine", ["ok", "fine"]],
    ["gives a mark to what it follows, not to the next word", "❤️love ́a", ["love", "a"]],
    ["reads digits of any script", "٣٫١٤ १२३", ["٣", "١٤", "१२३"]],
    ["reads superscripts and fractions", "x² ½", ["x²", "½"]],
    ["keeps vowel signs and viramas", "हिन्दी தமிழ்", ["हिन्दी", "தமிழ்"]],
    ["keeps Arabic with its marks", "كِتَاب جديد", ["كِتَاب", "جديد"]],
    ["keeps the zero-width non-joiner within a word", "می\u200cخواهم x\u200c y", ["می\u200cخواهم", "x", "y"]],
    [
      "reads Hebrew, Cyrillic, Georgian and Hangul",
      "שלום Привет გამარჯობა 안녕하세요",
      ["שלום", "привет", "გამარჯობა", "안녕하세요"],
    ],
    ["reads letters beyond the basic plane", "𝒜𝓑 𐐀𐐁", ["𝒜𝓑", "𐐨𐐩"]],
    ["treats a lone surrogate as no letter", "a\ud800b \udc00 c", ["a", "b", "c"]],
    ["reads Turkish without a locale", "IĞDIR İzmir ılık", ["iğdir", "i̇zmir", "ılık"]],
    ["reads Greek with one sigma", "ΟΔΟΣ οδός ὈΔΥΣΣΕΎΣ", ["οδοσ", "οδόσ", "ὀδυσσεύσ"]],
    [
      "takes the names of object members for words",
      "__proto__ constructor toString",
      ["__proto__", "constructor", "tostring"],
    ],
    ["finds nothing in nothing", "", []],
    ["finds nothing in punctuation", " \t\n.,;:!? '' --- ", []],
  ])("%s", (_, text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  test("keeps case when asked, and says so in its name", () => {
    const tokenizer = wordTokenizer({ keepCase: true });
    expect(tokenizer.tokenize("The THE ΟΔΟΣ")).toEqual(["The", "THE", "ΟΔΟΣ"]);
    expect([wordTokenizer().name, tokenizer.name]).toEqual(["words", "words+keep-case"]);
  });

  test.each([
    ["Chinese", "我爱北京天安门"],
    ["Chinese beyond the basic plane", "𠮷野家的牛肉饭很好吃"],
    ["Japanese", "東京都に住んでいます"],
    ["Thai", "สวัสดีครับผมชื่อสมชาย"],
    ["Lao", "ສະບາຍດີຕອນເຊົ້າ"],
    ["Khmer", "ខ្ញុំចូលចិត្តអានសៀវភៅ"],
    ["Burmese", "ကျွန်တော်ကျောင်းသွားတယ်"],
  ])("cuts %s into words", (_, text) => {
    const found = words(text);
    expect(found.join("")).toBe(text);
    expect(found.length).toBeGreaterThan(1);
    expect(found.length).toBeLessThan(Array.from(text).length);
  });

  test("separates unspaced scripts from letters, digits and punctuation beside them", () => {
    expect(words("GPT是模型。")).toEqual(["gpt", ...words("是模型")]);
    expect(words("2024年,ok")).toEqual(["2024", "年", "ok"]);
    expect(words("二〇二四").join("")).toBe("二〇二四");
  });

  test("reads a word of 200,000 letters, digits or marks as one", () => {
    for (const part of ["a", "1", "中", "_a", "a\u0301\u0316"]) {
      const text = part.repeat(200_000);
      expect(words(text).join("").length).toBeGreaterThanOrEqual(text.normalize("NFC").length);
    }
    expect(words("1.".repeat(200_000))).toHaveLength(1);
    expect(words("a'".repeat(200_000))).toHaveLength(1);
  });
});
