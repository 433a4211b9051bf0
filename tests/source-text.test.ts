import { describe, expect, test } from "vitest";
import { exportsOf, importsOf, isNamedFor, kebabCase, packageOf, withoutComments } from "./source-text.ts";

describe("importsOf()", () => {
  test("finds every way of naming a module", () => {
    const source = [
      'import { a } from "one";',
      'import type { B } from "two/sub";',
      "import {",
      "  c,",
      "  type D,",
      '} from "@scope/three";',
      'import * as e from "four";',
      'import "five";',
      'export { f } from "./six.ts";',
      'export type { G } from "./seven.ts";',
      'const h = await import("eight");',
      'const i = require("node:fs");',
    ];
    expect(importsOf(source.join("\n")).toSorted()).toEqual(
      ["one", "two/sub", "@scope/three", "four", "five", "./six.ts", "./seven.ts", "eight", "node:fs"].toSorted(),
    );
  });

  test("passes over examples in comments and over words in strings", () => {
    const source = [
      "/**",
      ' * import { a } from "one";',
      " */",
      "export function f(): string {",
      '  return "a word from the list";',
      "}",
      '// import "two"',
    ];
    expect(importsOf(source.join("\n"))).toEqual([]);
  });
});

describe("withoutComments()", () => {
  test("takes comments out and leaves globs and addresses in", () => {
    expect(
      withoutComments('const a = "src/**/*.ts"; // Date.now()\n/* process.env */ const b = "https://x.org";'),
    ).toBe('const a = "src/**/*.ts"; \n const b = "https://x.org";');
  });
});

describe("exportsOf()", () => {
  test("names what a module declares and what it passes on", () => {
    const source = [
      "export function a(): void {}",
      "export async function b() {}",
      "export function* c() {}",
      "export const D = 1;",
      "export class E {}",
      "export interface F {}",
      "export type G = string;",
      'export { h, i as j } from "./k.ts";',
      'export type { L } from "./m.ts";',
      "const hidden = 1;",
      "/** export const commented = 1; */",
    ];
    expect(exportsOf(source.join("\n")).map(({ name }) => name)).toEqual([
      "a",
      "b",
      "c",
      "D",
      "E",
      "F",
      "G",
      "h",
      "j",
      "L",
    ]);
  });
});

describe("names", () => {
  test.each([
    ["selfBleu", "self-bleu"],
    ["SelfBleu", "self-bleu"],
    ["SELF_BLEU", "self-bleu"],
    ["readHTTPHeader", "read-http-header"],
    ["hill", "hill"],
    ["studentT95", "student-t95"],
  ])("%s in kebab case is %s", (name, expected) => {
    expect(kebabCase(name)).toBe(expected);
  });

  test.each([
    ["selfBleu", "self-bleu"],
    ["formatSignature", "signature"],
    ["sizeFacts", "size"],
    ["EXIT_CODES", "exit-codes"],
    ["wordFeature", "word-features"],
    ["measureSelfRepetition", "measure-repetition"],
  ])("%s may stand in %s.ts", (name, file) => {
    expect(isNamedFor(name, file)).toBe(true);
  });

  test.each([
    ["bleuSelf", "self-bleu"],
    ["readPolicy", "policy-file"],
    ["unsized", "size"],
  ])("%s may not stand in %s.ts", (name, file) => {
    expect(isNamedFor(name, file)).toBe(false);
  });

  test.each([
    ["@corpulse/tokens", "@corpulse/tokens"],
    ["@corpulse/gate/schema/policy.json", "@corpulse/gate"],
    ["natural/lib/natural/stemmers/index.js", "natural"],
    ["yaml", "yaml"],
  ])("%s belongs to the package %s", (specifier, expected) => {
    expect(packageOf(specifier)).toBe(expected);
  });
});
