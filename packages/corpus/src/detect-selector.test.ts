import { describe, expect, test } from "vitest";
import { detectSelector } from "./detect-selector.ts";
import { parseSelector } from "./parse-selector.ts";

const long = "a text that is much longer than any other field of its record";

describe("detectSelector() finds the text", () => {
  test.each([
    ["text", { text: "t", prompt: "p", completion: "c" }],
    ["content", { id: "1", content: "t" }],
    ["story", { title: "t", story: "s" }],
    ["{prompt}\\n{completion}", { prompt: "p", completion: "c" }],
    ["{prompt}\\n{response}", { prompt: "p", response: "c", category: "x" }],
    ["{instruction}\\n{input?}\\n{output}", { instruction: "i", input: "", output: "o" }],
    ["{instruction}\\n{output}", { instruction: "i", output: "o" }],
    ["{instruction}\\n{context?}\\n{response}", { instruction: "i", context: "c", response: "r" }],
    [
      "{instruction}\\n{instances[].input?}\\n{instances[].output}",
      { instruction: "i", instances: [{ input: "", output: "o" }] },
    ],
    ["{question}\\n{answer}", { question: "q", answer: "a" }],
    ["{input}\\n{output}", { input: "i", output: "o" }],
    ["messages[].content", { id: "x", messages: [{ role: "user", content: "c" }] }],
    ["conversations[].value", { id: "x", conversations: [{ from: "human", value: "c" }] }],
    ["{prompt}\\n{chosen}", { prompt: "p", chosen: "c", rejected: "r" }],
    ["chosen", { chosen: "c", rejected: "r" }],
    ["note", { id: 1, note: "n", list: ["a"] }],
    ["memo", { author: "me", memo: long }],
    ['["my.memo"]', { author: "me", "my.memo": long }],
    [".", "a string"],
    [undefined, { left: "one side", right: "the other" }],
    [undefined, { id: 1 }],
    [undefined, ["list"]],
    [undefined, 7],
  ])("%s", (selector, record) => {
    expect(detectSelector([record])).toBe(selector);
    expect(selector === undefined || typeof parseSelector(selector)(record) === "string").toBe(true);
  });

  test("a record without the field does not hide it, most records decide", () => {
    expect(detectSelector([{ text: "a" }, { txt: "b" }, { text: "c" }])).toBe("text");
    expect(detectSelector([{ text: "a" }, { other: "b" }, { other: "c" }])).toBe("other");
    expect(
      detectSelector([
        { instruction: "i", input: "x", output: "o" },
        { instruction: "i", output: "o" },
      ]),
    ).toBe("{instruction}\\n{input?}\\n{output}");
  });

  test("names of every object are not fields", () => {
    expect(detectSelector([JSON.parse('{"__proto__": {"text": "no"}, "toString": "yes"}')])).toBe("toString");
  });

  test("nothing is found in nothing", () => {
    expect(detectSelector([])).toBeUndefined();
  });
});
