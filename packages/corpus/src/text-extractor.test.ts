import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { allWays, extractedAlone } from "./fixtures/all-ways.ts";

describe("TextExtractor takes by itself", () => {
  test.each([
    ["text", '{"text":"one"}', "one"],
    ["text", ' { "a" : [1, -2.5e+3, {"b": null}] ,\t"text" : "one" , "c":true } \r', "one"],
    ["text", '{"text":"\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\uD83D\\ude00 é中😀"}', '"\\/\b\f\n\r\té😀 é中😀'],
    ["text", '{"text":"\\ud800"}', "\ud800"],
    ["a.b", '{"a":{"x":{"b":"no"},"b":"yes"},"b":"no"}', "yes"],
    ["turns[1].value", '{"turns":[{"value":"0"},{"value":"1"},{"value":"2"}]}', "1"],
    ["messages[].content", '{"messages":[{"content":"a"},{"role":"b"},{"content":null},{"content":"c"}]}', "a\nc"],
    ["rows[][]", '{"rows":[["a","b"],["c"]]}', "a\nb\nc"],
    ["[].x", '[{"x":"1"},{"x":"2"}]', "1\n2"],
    [".", '"itself"', "itself"],
    ["naïve", '{"naïve":"yes"}', "yes"],
    ["{a}\\n{b}!", '{"a":"1","b":"2"}', "1\n2!"],
    ["{a}\\n{b}!", '{"b":"2","x":0,"a":"1"}', "1\n2!"],
    ["{a}|{b?}|{c}", '{"c":"3","a":"1"}', "1||3"],
    ["{a}|{b}|{c}", '{"c":"3","b":null,"a":"1"}', "1||3"],
    ["{a.x} {b[].y}", '{"b":[{"y":"2"},{"y":"3"}],"a":{"x":"1"}}', "1 2\n3"],
    ["__proto__", '{"__proto__":"own"}', "own"],
  ])("%s of %s", (selector, line, text) => {
    expect(extractedAlone(line, selector)).toBe(text);
    const { parsed, extracted, byKernel } = allWays(Buffer.from(`${line}\n`), selector);
    expect(parsed.texts).toEqual([text]);
    expect(extracted).toEqual(parsed);
    expect(byKernel).toEqual(parsed);
  });
});

describe("TextExtractor leaves to JSON.parse", () => {
  test.each([
    ["text", '{"text":"first","text":"last"}', "last"],
    ["text", '{"t\\u0065xt":"spelt"}', "spelt"],
    ["a.b", '{"a":{"b":"first","b":"last"}}', "last"],
    ["text", `{"x":${"[".repeat(70)}${"]".repeat(70)},"text":"deep"}`, "deep"],
    ["{a.x}{a.y}", '{"a":{"y":"2","x":"1"}}', "12"],
    ["{.}{x}", '"itself"', undefined],
    ["\ud800", '{"\\ud800":"half"}', "half"],
  ])("%s of %s", (selector, line, text) => {
    expect(extractedAlone(line, selector)).toBeUndefined();
    const { parsed, extracted, byKernel } = allWays(Buffer.from(`${line}\n`), selector);
    expect(parsed.texts).toEqual(text === undefined ? [] : [text]);
    expect(extracted).toEqual(parsed);
    expect(byKernel).toEqual(parsed);
  });
});

test("documents, places, rejects and blank lines are the same in all ways", () => {
  const lines = [
    '{"text":"one"}\r',
    "",
    " \t\r",
    '{"text":" \\n\\u3000"}',
    '{"text":null}',
    '{"text":1}',
    '{"other":"x"}',
    '{"text":"open',
    '{"text":"x"} x',
    '{"text":"\u0001"}',
    "null",
    "\ufeff",
    '{"text":"zero\0"}',
    `{"text":"${"long".repeat(2 ** 18)}"}`,
    '{"text":"last"}',
  ];
  const bytes = Buffer.concat([
    Buffer.from(lines.join("\n")),
    Buffer.of(10, 0x22, 0xff, 0x22, 10),
    Buffer.from('{"text":"end"}'),
  ]);
  const { parsed, extracted, byKernel } = allWays(bytes, "text", { line: 7, byte: 100, dropped: 3 });
  expect(parsed).toMatchObject({ texts: ["one", "last", "end"], blank: 3 });
  expect(parsed.rejects).toHaveLength(11);
  expect(extracted).toEqual(parsed);
  expect(byKernel).toEqual(parsed);
  const vectors = Buffer.from('{"text":"a","v":[1,2]}\n{"text":"b","v":[1]}\n{"text":"c","v":[3,4]}\n');
  const withVectors = allWays(vectors, "text", { vectors: "v" });
  expect(withVectors.parsed.vectors).toHaveLength(2);
  expect(withVectors.extracted).toEqual(withVectors.parsed);
  expect(withVectors.byKernel).toEqual(withVectors.parsed);
});

test("plain text is the same in all ways", () => {
  const bytes = Buffer.from('one\r\n\n \u3000\ufeff\u2003\n\u0085\nnaïve 中文 😀\r\r\n{"text":"x"}\nend');
  for (const options of [{}, { vectors: "v" }]) {
    const { parsed, extracted, byKernel } = allWays(bytes, ".", { format: "text", ...options });
    expect(parsed.blank).toBe(2);
    expect(extracted).toEqual(parsed);
    expect(byKernel).toEqual(parsed);
  }
});

test("what is blank is what String.prototype.trim() leaves nothing of", () => {
  const lines = Array.from({ length: 0x10000 }, (_, unit) => JSON.stringify({ text: ` ${String.fromCharCode(unit)}` }));
  const { parsed, extracted, byKernel } = allWays(Buffer.from(lines.join("\n")), "text");
  expect(parsed.blank).toBe(25);
  expect(extracted).toEqual(parsed);
  expect(byKernel).toEqual(parsed);
});

// nst/JSONTestSuite, each file as the whole line, as a member before the text, as the text, and cut off.
const suite = resolve(import.meta.dirname, "../../../../shared/malformed/json/test_parsing");

test.skipIf(!existsSync(suite))("JSONTestSuite in ../shared/malformed/json is the same in all ways", () => {
  const files = readdirSync(suite).map((name) => readFileSync(join(suite, name)));
  expect(files.length).toBeGreaterThan(300);
  const good = Buffer.from('{"text":"good"}\n');
  const framed = (before: string, value: Uint8Array, after: string): Buffer =>
    Buffer.concat([good, Buffer.from(before), value, Buffer.from(after), good]);
  for (const file of files) {
    const forms = [
      framed("", file, "\n"),
      framed('{"x":', file, ',"text":"behind"}\n'),
      framed('{"text":"before","x":[', file, "]}\n"),
      framed('{"text":', file, "}\n"),
      framed('{"text":"', file, '"}\n'),
      framed('{"', file, '":"key","text":"behind"}\n'),
    ];
    for (const bytes of forms) {
      for (const selector of ["text", ".", "{x?}{text}"]) {
        const { parsed, extracted, byKernel } = allWays(bytes, selector);
        expect(extracted).toEqual(parsed);
        expect(byKernel).toEqual(parsed);
      }
    }
  }
});

const naughty = resolve(import.meta.dirname, "../../../../shared/malformed/blns.json");

test.skipIf(!existsSync(naughty))("the Big List of Naughty Strings is the same in all ways", () => {
  const texts: string[] = JSON.parse(readFileSync(naughty, "utf8"));
  const escaped = (text: string): string =>
    JSON.stringify(text).replace(/[^\x20-\x7e]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
  const lines = texts.flatMap((text) => [`{"text":${JSON.stringify(text)}}`, `{"text":${escaped(text)}}`, text]);
  const { parsed, extracted, byKernel } = allWays(Buffer.from(lines.join("\n")), "text");
  expect(parsed.texts.length).toBeGreaterThan(2 * texts.length - 10);
  expect(extracted).toEqual(parsed);
  expect(byKernel).toEqual(parsed);
});
