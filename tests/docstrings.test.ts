import { describe, expect, test } from "vitest";
import { withClaims } from "./checked-example.ts";
import { agrees, claimedValue } from "./claimed-value.ts";
import { allExamples, docstringOf, readmeExamples } from "./code-examples.ts";
import { runExamples } from "./run-examples.ts";
import { PACKAGES, readText } from "./workspace-packages.ts";

/** Every function that a package offers, with the file that declares it. */
const FUNCTIONS = PACKAGES.flatMap(({ folder, manifest }) => {
  const exported = readText(`${folder}/src/index.ts`).matchAll(/^export \{([^}]*)\} from "\.\/([^"]+)";/gm);
  return [...exported].flatMap(([, names, file]) =>
    names
      .split(",")
      .map((name) => name.trim())
      .filter((name) => /^[a-z]/.test(name) && !name.startsWith("type "))
      .map((name) => ({ name, of: manifest.name, path: `${folder}/src/${file}` })),
  );
}).filter(({ name, path }) => docstringOf(path, name) !== undefined);

const EXAMPLES = allExamples();

describe("docstrings", () => {
  test.each(FUNCTIONS)("$of explains $name and shows one example", ({ name, path }) => {
    const docstring = docstringOf(path, name) ?? "";
    expect(docstring.match(/^@example$/gm) ?? []).toHaveLength(1);
    expect(docstring.split("@example")[1]).toMatch(/^\n```ts\n(?:.*\n)+```$/m);
    expect(docstring.split("@example")[0]).toMatch(/\w+ \w+/);
  });
});

describe("examples", () => {
  const problems = new Map(runExamples(EXAMPLES).map((problem, index) => [EXAMPLES[index].place, problem]));

  test.each(EXAMPLES)("$place runs, and its values are as its comments say", ({ place }) => {
    expect(problems.get(place)).toBeNull();
  });

  test.each(PACKAGES)(
    "the README of $folder shows one, which imports from the package's own name",
    ({ folder, manifest }) => {
      const examples = readmeExamples(`${folder}/README.md`);
      expect(examples).toHaveLength(1);
      expect(examples[0].code).toContain(` from "${manifest.name}";`);
    },
  );

  test("are held to their comments: most that are not a README's claim a value", () => {
    const ofSources = EXAMPLES.filter(({ place }) => place.includes("/src/"));
    const claiming = ofSources.filter(({ code }) => withClaims(code) !== code);
    expect(claiming.length).toBeGreaterThan(ofSources.length * 0.75);
  });
});

describe("value comments", () => {
  test.each([
    [0.25, "0.25"],
    [0.2477, "0.25"],
    [0.2477, "0.24…"],
    [0.2477, "0.2477, to four digits"],
    [3, "3: one for each"],
    [1_000_000, "1,000,000"],
    [12.3, "≈ 12"],
    [-1, "-1"],
    [1.5e-7, "1.5e-7"],
    ["lower", '"lower"'],
    [true, "true"],
    [null, "null (too few documents)"],
    [["a", "b"], '["a", "b"], in order'],
    [[1, 2, 3], "[1, 2, …]"],
    [Uint32Array.of(2, 1), 'Uint32Array [2, 1], for "a b" and "b a"'],
    [Uint32Array.of(2, 1), "Uint32Array(2) [2, 1]"],
    [{ a: 1, b: [true] }, "{ a: 1, b: [true] }"],
    [{ a: 1, b: 2 }, "{ a: 1, … }"],
    [[], "[]"],
    [{}, "{}"],
  ])("%j agrees with %s", (value, comment) => {
    const claimed = claimedValue(comment);
    expect(claimed !== undefined && agrees(value, claimed)).toBe(true);
  });

  test.each([
    [0.26, "0.25"],
    [0.256, "0.25"],
    [2.4, "2"],
    [3, '"3"'],
    ["higher", '"lower"'],
    [["a"], '["a", "b"]'],
    [["b", "a"], '["a", "b"]'],
    [[2, 1], "Uint32Array [2, 1]"],
    [{ a: 1, b: 2 }, "{ a: 1 }"],
    [undefined, "null"],
    [NaN, "0"],
  ])("%j does not agree with %s", (value, comment) => {
    const claimed = claimedValue(comment);
    expect(claimed !== undefined && !agrees(value, claimed)).toBe(true);
  });

  test.each(["unit vectors", "3 documents", "see the paper", "", "the first one", "0 to 1"])(
    "%j is prose",
    (comment) => {
      expect(claimedValue(comment)).toBeUndefined();
    },
  );

  test("turns statements into claims and leaves the others alone", () => {
    const code = [
      'import { a } from "b";',
      "const x = a(",
      "  1,",
      "); // 2",
      "x.y; // true, always",
      "console.log(x, y); // 2",
      "x; // a number",
    ];
    expect(withClaims(code.join("\n")).split("\n")).toEqual([
      'import { a } from "b";',
      "const x = a(",
      "  1,",
      '); claim(x, "2", 4);',
      'claim((x.y), "true, always", 5);',
      'claim([x, y][0], "2", 6);',
      "x; // a number",
    ]);
  });
});
