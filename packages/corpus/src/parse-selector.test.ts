import { describe, expect, test } from "vitest";
import { parseSelector } from "./parse-selector.ts";

const chat = { messages: [{ content: "hello" }, { role: "tool" }, { content: null }, { content: "bye" }] };

describe("parseSelector() takes the text", () => {
  test.each([
    ["prompt", { prompt: "p" }, "p"],
    ["a.b[1].c", { a: { b: [{}, { c: "deep" }] } }, "deep"],
    ["messages[].content", chat, "hello\nbye"],
    ["[].x", [{ x: "1" }, { x: "2" }], "1\n2"],
    ["rows[][]", { rows: [["a", "b"], ["c"]] }, "a\nb\nc"],
    ["turns[0]", { turns: ["first"] }, "first"],
    ['["a.b"]', { "a.b": "dotted" }, "dotted"],
    ['x["{\\"}"].y', { x: { '{"}': { y: "quoted" } } }, "quoted"],
    [".", "itself", "itself"],
    ["a b-c_ü", { "a b-c_ü": "spaced" }, "spaced"],
    ["{a}\\n{b}\\t{c}", { a: "1", b: "2", c: "3" }, "1\n2\t3"],
    ["{a}\n{b}", { a: "1", b: "2" }, "1\n2"],
    ["{{{a}}} \\\\n \\x", { a: "1" }, "{1} \\n \\x"],
    ["Q: {q}", { q: "why" }, "Q: why"],
    ['{["}"]}!', { "}": "brace" }, "brace!"],
    ["{.}", "itself", "itself"],
    ["{a}|{b}", { a: "1", b: null }, "1|"],
    ["{a}|{b?}", { a: "1" }, "1|"],
    ["{a}|{b[].c?}", { a: "1", b: [] }, "1|"],
    ["{a}|{b}", { a: "", b: "" }, "|"],
    ["a", { a: "" }, ""],
  ])("%s", (source, record, text) => {
    expect(parseSelector(source)(record)).toBe(text);
  });
});

describe("parseSelector() says why there is no text", () => {
  test.each([
    ["txt", { text: "a", id: 1 }, "missing_field", 'has no field "txt": its fields are "text", "id"'],
    ["a.b", { a: { c: 1 } }, "missing_field", 'has no field "a.b": its fields are "c"'],
    ["a.b", { a: "text" }, "missing_field", 'has no field "a.b": where "b" is looked for there is a string'],
    ["a.b", { a: null }, "missing_field", 'has no field "a.b": it is null'],
    ["a[2]", { a: ["0"] }, "missing_field", 'has no field "a[2]": the list has 1 elements'],
    ["a[].b", { a: {} }, "missing_field", 'has no field "a[].b": where a list is looked for there is an object'],
    ["a[].b", { a: [{ c: "" }, {}] }, "missing_field", 'has no field "a[].b": its fields are "c"'],
    ["a[].b", { a: [{ b: "t" }, { b: 3 }] }, "not_text", 'has a number where text is looked for in field "a[].b"'],
    ["a[].b", { a: [] }, "missing_field", 'has no field "a[].b": it is null'],
    ["a", {}, "missing_field", 'has no field "a": it has no fields'],
    ["a", ["a"], "missing_field", 'has no field "a": where "a" is looked for there is a list'],
    ["length", ["a"], "missing_field", 'has no field "length": where "length" is looked for there is a list'],
    [
      "a.length",
      { a: "text" },
      "missing_field",
      'has no field "a.length": where "length" is looked for there is a string',
    ],
    ["constructor", { a: 1 }, "missing_field", 'has no field "constructor": its fields are "a"'],
    ["__proto__", { a: 1 }, "missing_field", 'has no field "__proto__": its fields are "a"'],
    ["a", { a: true }, "not_text", 'has a boolean where text is looked for in field "a"'],
    [".", { a: true }, "not_text", "has an object where text is looked for"],
    ["{a}{b}", { a: "1" }, "missing_field", 'has no field "b": its fields are "a"'],
    ["{a}{b?}", { a: "1", b: 2 }, "not_text", 'has a number where text is looked for in field "b"'],
    ["{a}{b}", { a: null, b: null }, "missing_field", 'has no field "a": it is null'],
  ])("%s of %j", (source, record, reason, detail) => {
    expect(parseSelector(source)(record)).toEqual({ reason, detail });
  });

  test("many fields are cut and what would steer a terminal is escaped", () => {
    const record = Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`f${index}\u202e`, 1]));
    const found = parseSelector("x")(record);
    expect(found).toMatchObject({ detail: expect.stringMatching(/"f9\\u202e" and 20 more$/) });
  });
});

describe("parseSelector() refuses what is neither path nor template", () => {
  test.each(["", "a.", ".a", "a..b", "a[", "a[x]", "a[-1]", "a]", "a[0]b", '["a]', "{a", "a}", "{}", "{a.}", "{{a}}"])(
    "%j",
    (source) => {
      expect(() => parseSelector(source)).toThrow(SyntaxError);
    },
  );
});
