import { mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readmeExamples } from "./code-examples.ts";
import {
  asCommonJs,
  broughtBy,
  installAlone,
  installedIn,
  packAll,
  printedBy,
  type Tarballs,
} from "./published-project.ts";
import { type Manifest, PACKAGES, ROOT, type WorkspacePackage } from "./workspace-packages.ts";

/** What ml-distance brings. Whoever adds a line here adds code to every installation. */
const DISTANCES = [
  "binary-search",
  "cheminfo-types",
  "ml-distance",
  "ml-distance-euclidean",
  "ml-tree-similarity",
  "num-sort",
];

/** The code of others that comes with a package. Packages that are not named here bring none. */
const FOREIGN: Readonly<Record<string, readonly string[]>> = {
  "embedding-spread": DISTANCES,
  cli: [...DISTANCES, "commander", "yaml"],
};

/** Packages whose declarations speak of Node's own types. */
const FOR_NODE = ["corpus", "embed", "natural-tokenizers", "cli"];

const MANIFESTS = new Map(PACKAGES.map(({ manifest }) => [manifest.name, manifest]));

function ownClosure({ manifest }: WorkspacePackage): readonly string[] {
  const none: Manifest = { name: "", version: "" };
  return broughtBy([manifest.name], (name) => MANIFESTS.get(name) ?? none).filter((name) => MANIFESTS.has(name));
}

describe("a package installed alone from its tarball, without scripts and without a network", () => {
  const root = realpathSync(mkdtempSync(join(tmpdir(), "corpulse-published-")));
  const projectOf = ({ id }: WorkspacePackage): string => join(root, id);
  let tarballs: Tarballs = new Map();

  beforeAll(async () => {
    tarballs = await packAll(root);
    const waiting = [...PACKAGES];
    const lane = async (): Promise<void> => {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
        // oxlint-disable-next-line no-await-in-loop -- two at a time: the machines of CI have two cores
        await installAlone(next, tarballs, projectOf(next));
      }
    };
    await Promise.all([lane(), lane()]);
  }, 120_000);

  afterAll(() => rmSync(root, { recursive: true, force: true }));

  test.each(PACKAGES)("$manifest.name brings what its place allows and no more", (entry) => {
    const expected = [entry.manifest.name, ...ownClosure(entry), ...(FOREIGN[entry.id] ?? [])];
    expect(installedIn(projectOf(entry))).toEqual(expected.toSorted());
  });

  test.each(PACKAGES)("$manifest.name holds its build, its sources and its README, and no tests", ({ manifest }) => {
    const files = tarballs.get(manifest.name)?.files ?? [];
    expect(files).toEqual(
      expect.arrayContaining(["package.json", "README.md", "dist/index.js", "dist/index.d.ts", "src/index.ts"]),
    );
    expect(
      files.filter((path) => /\.(?:test|bench)\.|fixtures|tsconfig|tsbuildinfo|tsup\.config|node_modules/.test(path)),
    ).toEqual([]);
  });

  test.each(PACKAGES)(
    "$manifest.name runs its README example by import and by require, with the same result",
    async (entry) => {
      const [{ code }] = readmeExamples(`${entry.folder}/README.md`);
      const folder = projectOf(entry);
      writeFileSync(join(folder, "example.mts"), code);
      writeFileSync(join(folder, "example.cts"), asCommonJs(code));
      const [imported, required] = await Promise.all([
        printedBy(folder, "example.mts"),
        printedBy(folder, "example.cts"),
      ]);
      expect(imported).toMatch(/\S/);
      expect(required).toBe(imported);
    },
  );

  test.each(PACKAGES)("$manifest.name has types that check its README example", async (entry) => {
    const [{ code }] = readmeExamples(`${entry.folder}/README.md`);
    const folder = projectOf(entry);
    writeFileSync(join(folder, "typed.mts"), code);
    const node = FOR_NODE.includes(entry.id)
      ? { types: ["node"], typeRoots: [join(ROOT, "node_modules/@types")] }
      : { types: [] };
    const compilerOptions = {
      module: "nodenext",
      target: "es2023",
      lib: ["es2024", "dom"],
      strict: true,
      noEmit: true,
      ...node,
    };
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, files: ["typed.mts"] }));
    const checked = printedBy(folder, join(ROOT, "node_modules/typescript/bin/tsc"), "-p", folder);
    await expect(checked.catch((error: { stdout: string }) => error.stdout)).resolves.toBe("");
  });

  test("corpulse starts from its bin file", async () => {
    const bin = join(root, "cli/node_modules/corpulse/dist/bin.js");
    await expect(printedBy(join(root, "cli"), bin, "--help")).resolves.toMatch(/report[\s\S]*gate[\s\S]*explain/);
  });
});

describe("asCommonJs()", () => {
  test("turns imports into calls of require and drops types", () => {
    const code = 'import { a, type B, c as d } from "x";\nimport type { E } from "y";\nconsole.log(a);';
    expect(asCommonJs(code)).toBe('const { a, c: d } = require("x");\n\nconsole.log(a);');
  });

  test("wraps what waits", () => {
    expect(asCommonJs("console.log(await a());")).toBe("(async () => {\nconsole.log(await a());\n})();");
  });
});
