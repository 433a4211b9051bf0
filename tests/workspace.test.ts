import { execFileSync } from "node:child_process";
import { existsSync, globSync, readdirSync } from "node:fs";
import { builtinModules } from "node:module";
import { describe, expect, test } from "vitest";
import { exportsOf, importsOf, isNamedFor, packageOf, withoutComments } from "./source-text.ts";
import { PACKAGES, readManifest, readText, ROOT } from "./workspace-packages.ts";

/**
 * The arrows of ARCHITECTURE.md: what each package may depend on. A package that is not named here fails the test, so that
 * nobody adds one without deciding where it stands.
 */
const ARROWS: Readonly<Record<string, readonly string[]>> = {
  measurement: [],
  "simd-module": [],
  tokens: ["@corpulse/measurement", "@corpulse/simd-module"],
  "natural-tokenizers": ["@corpulse/tokens"],
  "ngram-entropy": ["@corpulse/measurement", "@corpulse/simd-module", "@corpulse/tokens"],
  "self-bleu": ["@corpulse/measurement", "@corpulse/simd-module", "@corpulse/tokens"],
  "near-duplicates": ["@corpulse/measurement", "@corpulse/simd-module", "@corpulse/tokens"],
  "embedding-spread": ["@corpulse/measurement", "@corpulse/simd-module", "ml-distance"],
  embed: ["@corpulse/simd-module", "@corpulse/tokens"],
  corpus: ["@corpulse/simd-module"],
  gate: ["@corpulse/measurement"],
  report: ["@corpulse/gate", "@corpulse/measurement"],
  cli: [
    "@corpulse/corpus",
    "@corpulse/embed",
    "@corpulse/embedding-spread",
    "@corpulse/gate",
    "@corpulse/measurement",
    "@corpulse/natural-tokenizers",
    "@corpulse/near-duplicates",
    "@corpulse/ngram-entropy",
    "@corpulse/report",
    "@corpulse/self-bleu",
    "@corpulse/tokens",
    "commander",
    "yaml",
  ],
};

/** What a package builds into its bundle instead of depending on it. */
const BUNDLED: Readonly<Record<string, readonly string[]>> = { "natural-tokenizers": ["natural"] };

/** What the tests of a package hold it against. */
const ORACLES: Readonly<Record<string, readonly string[]>> = { "embedding-spread": ["ml-matrix"] };

/** The packages that may read files or a clock. All others are functions of their arguments and run anywhere. */
const IMPURE = ["corpus", "embed", "natural-tokenizers", "cli"];
const PURE = PACKAGES.filter(({ id }) => !IMPURE.includes(id));

const WITH_SCHEMA = ["gate", "report"];
const TEST_TOOLS = ["vitest", "fast-check", "ajv", "tsup"];

const isBuiltin = (specifier: string): boolean =>
  specifier.startsWith("node:") || builtinModules.includes(packageOf(specifier));

/** The packages outside a package that its files name, each once, in order. */
function outside(paths: readonly string[]): readonly string[] {
  const specifiers = paths.flatMap((path) => importsOf(readText(path)));
  return [...new Set(specifiers.filter((name) => !name.startsWith(".") && !isBuiltin(name)).map(packageOf))].toSorted();
}

/** Every line of the files that breaks a rule, as `path:line`. */
function linesWith(
  paths: readonly string[],
  pattern: RegExp,
  read: (path: string) => string = readText,
): readonly string[] {
  return paths.flatMap((path) =>
    read(path)
      .split("\n")
      .flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1} ${line.trim()}`] : [])),
  );
}

const git = (...args: readonly string[]): readonly string[] =>
  execFileSync("git", args, { cwd: ROOT, encoding: "utf8", maxBuffer: 1 << 26 })
    .split("\n")
    .filter(Boolean);

describe("the arrows between packages", () => {
  test("every package has its place", () => {
    expect(PACKAGES.map(({ id }) => id).toSorted()).toEqual(Object.keys(ARROWS).toSorted());
  });

  test.each(PACKAGES)("$folder declares only what its place allows", ({ id, manifest }) => {
    const declared = [manifest.dependencies, manifest.peerDependencies, manifest.optionalDependencies];
    const names = declared.flatMap((section) => Object.keys(section ?? {}));
    expect(names.filter((name) => !ARROWS[id].includes(name))).toEqual([]);
  });

  test.each(PACKAGES)("$folder imports exactly what it declares", ({ id, manifest, sources }) => {
    const declared = [...Object.keys(manifest.dependencies ?? {}), ...(BUNDLED[id] ?? [])];
    expect(outside(sources)).toEqual(declared.toSorted());
  });

  test.each(PACKAGES)(
    "the tests of $folder reach no further than its sources do, but for tools",
    ({ id, manifest, tests }) => {
      const allowed = [manifest.name, ...ARROWS[id], ...(BUNDLED[id] ?? []), ...(ORACLES[id] ?? []), ...TEST_TOOLS];
      expect(outside(tests).filter((name) => !allowed.includes(name))).toEqual([]);
    },
  );

  test.each(PACKAGES)("$folder reaches into no other package by a relative path", ({ folder, sources }) => {
    const escapes = sources.flatMap((path) => {
      const depth = path.split("/").length - folder.split("/").length - 2;
      return importsOf(readText(path))
        .filter((specifier) => specifier.startsWith("../".repeat(depth + 1)))
        .map((specifier) => `${path}: ${specifier}`);
    });
    expect(escapes).toEqual([]);
  });

  test.each(PACKAGES)("$folder asks for the versions that are here", ({ manifest }) => {
    const versions = Object.fromEntries(PACKAGES.map((entry) => [entry.manifest.name, entry.manifest.version]));
    const asked = Object.entries(manifest.dependencies ?? {}).filter(([name]) => name in versions);
    expect(asked).toEqual(asked.map(([name]) => [name, `^${versions[name]}`]));
  });
});

describe("pure packages", () => {
  test.each(PURE)("$folder needs no module of Node", ({ sources }) => {
    expect(sources.flatMap((path) => importsOf(readText(path)).filter(isBuiltin))).toEqual([]);
  });

  test.each(PURE)("$folder touches no clock, no environment, no console and no chance", ({ sources }) => {
    const ambient =
      /\b(?:process|console|performance|globalThis|navigator|Deno|Bun|crypto)\s*[.[]|\bDate\b\s*[.(;)]|\bMath\.random\b|\b(?:fetch|setTimeout|setInterval|queueMicrotask|require)\(|\bimport\.meta\b/;
    expect(linesWith(sources, ambient, (path) => withoutComments(readText(path)))).toEqual([]);
  });

  test.each(PACKAGES)("$folder draws no unseeded random numbers", ({ sources }) => {
    expect(linesWith(sources, /\bMath\.random\b/, (path) => withoutComments(readText(path)))).toEqual([]);
  });
});

describe("what is published", () => {
  test.each(PACKAGES)("$folder exports its index and its manifest, nothing else", ({ id, manifest }) => {
    const { ".": main, "./package.json": own, ...others } = manifest.exports ?? {};
    expect(Object.entries(main)).toEqual([
      ["@corpulse/source", "./src/index.ts"],
      ["types", "./dist/index.d.ts"],
      ["default", "./dist/index.js"],
    ]);
    expect(own).toBe("./package.json");
    const schemas = Object.entries(others).filter(
      ([key, target]) => WITH_SCHEMA.includes(id) && /^\.\/schema\/[a-z0-9.*-]+\.json$/.test(key) && target === key,
    );
    expect(Object.entries(others)).toEqual(schemas);
  });

  test.each(PACKAGES)("the schemas that $folder exports exist", ({ folder, manifest }) => {
    const schemas = Object.keys(manifest.exports ?? {}).filter((key) => key.startsWith("./schema/"));
    const found = schemas.map((key) => globSync(`${folder}/${key}`, { cwd: ROOT }).length > 0);
    expect(found).toEqual(schemas.map(() => true));
  });

  test.each(PACKAGES)("$folder ships its build and its sources, without tests", ({ folder, manifest }) => {
    const [usual, others] = [
      ["dist", "src", "!src/**/*.test.ts", "!src/**/*.bench.ts", "!src/**/fixtures"],
      (manifest.files ?? []).filter(
        (entry) => existsSync(`${ROOT}${folder}/${entry}`) && !["dist", "src"].includes(entry),
      ),
    ];
    expect([...(manifest.files ?? [])].toSorted()).toEqual([...usual, ...others].toSorted());
  });

  test.each(PACKAGES)(
    "$folder is an ES module under the MIT licence for the Node versions of the repository",
    ({ manifest }) => {
      const { license, type, engines, publishConfig } = manifest;
      expect({ license, type, engines, publishConfig }).toEqual({
        license: "MIT",
        type: "module",
        engines: readManifest(".").engines,
        publishConfig: { access: "public" },
      });
    },
  );

  test.each(PACKAGES)("$folder runs nothing when it is installed or packed", ({ manifest }) => {
    const hooks = /^(?:pre|post)?(?:install|prepare|pack|publish)|^prepublishOnly$|^dependencies$/;
    expect(Object.keys(manifest.scripts ?? {}).filter((name) => hooks.test(name))).toEqual([]);
  });

  test.each(PACKAGES)("$folder holds a README and none but the usual files", ({ folder, manifest }) => {
    const usual = ["package.json", "README.md", "CHANGELOG.md", "tsconfig.build.json", "tsup.config.ts", "src", "dist"];
    const extra = [...(manifest.files ?? []), "schema", "node_modules", ".turbo"];
    const found = readdirSync(ROOT + folder);
    expect(found).toContain("README.md");
    expect(found.filter((name) => !usual.includes(name) && !extra.includes(name))).toEqual([]);
  });
});

describe("sources", () => {
  const SOURCES = PACKAGES.flatMap(({ sources }) => sources);
  const MODULES = SOURCES.filter((path) => !path.endsWith("/index.ts") && !path.endsWith(".d.ts"));

  /** Files that a runtime starts: they export nothing. */
  const ENTRIES = ["apps/cli/src/bin.ts", "apps/cli/src/worker.ts"];

  test("are named for what they export: the words of a file's name stand in one of its exports", () => {
    const misnamed = MODULES.filter((path) => {
      const file = path.slice(path.lastIndexOf("/") + 1, -".ts".length);
      return !ENTRIES.includes(path) && !exportsOf(readText(path)).some(({ name }) => isNamedFor(name, file));
    });
    expect(misnamed).toEqual([]);
  });

  test("are called for a concept, never `utils`, `helpers` or `common`", () => {
    const catchAll = /(?:^|[/-])(?:utils?|helpers?)(?:[/.-]|$)|[/](?:common|misc|shared|types)(?:[/.]|$)/;
    expect(SOURCES.filter((path) => catchAll.test(path.slice(path.indexOf("/src/"))))).toEqual([]);
    expect(PACKAGES.filter(({ id }) => catchAll.test(`/${id}`))).toEqual([]);
  });

  test("stay within 250 lines", () => {
    expect(SOURCES.filter((path) => readText(path).trimEnd().split("\n").length > 250)).toEqual([]);
  });

  test("have named exports only", () => {
    expect(linesWith(SOURCES, /^export default\b|^export \{[^}]*\bas default\b/)).toEqual([]);
  });

  test("use only syntax that Node can erase", () => {
    const inerasable = /^\s*(?:export\s+)?(?:declare\s+)?(?:const\s+)?(?:enum|namespace)\s+\w+\s*\{/;
    expect(linesWith(SOURCES, inerasable)).toEqual([]);
  });

  test("import each other by their file names", () => {
    const relative = SOURCES.flatMap((path) =>
      importsOf(readText(path)).filter((specifier) => specifier.startsWith(".")),
    );
    expect(relative.filter((specifier) => !/\.(?:ts|json)$/.test(specifier))).toEqual([]);
    const barrels = MODULES.flatMap((path) =>
      importsOf(readText(path)).filter((specifier) => specifier.endsWith("/index.ts")),
    );
    expect(barrels).toEqual([]);
  });

  test.each(PACKAGES)("the index of $folder lists its exports one by one and does nothing else", ({ folder }) => {
    const code = withoutComments(readText(`${folder}/src/index.ts`)).trim();
    const rest = code.replace(/^export (?:type )?\{[^}]*\} from "\.\/[a-z0-9/-]+\.ts";$/gm, "").trim();
    expect(rest).toBe("");
    expect(exportsOf(code).length).toBeGreaterThan(0);
  });
});

describe("the repository", () => {
  const inGit = existsSync(`${ROOT}.git`);
  /** What is tracked, or would be once it is added. */
  const tracked = inGit
    ? git("ls-files", "--cached", "--others", "--exclude-standard").filter((path) => existsSync(ROOT + path))
    : [];

  const ALLOWED = [
    ".changeset",
    ".ci",
    ".github",
    ".gitignore",
    ".oxfmtrc.json",
    ".oxlintrc.json",
    "ARCHITECTURE.md",
    "CONTRIBUTING.md",
    "LICENSE",
    "README.md",
    "apps",
    "bench",
    "examples",
    "package-lock.json",
    "package.json",
    "packages",
    "scripts",
    "tests",
    "tsconfig.base.json",
    "tsconfig.build.json",
    "tsconfig.json",
    "tsup.config.ts",
    "turbo.json",
    "vitest.config.ts",
  ];

  test.skipIf(!inGit)("holds at its top nothing but what the house plan names", () => {
    const top = new Set(tracked.map((path) => path.split("/")[0]));
    expect([...top].filter((name) => !ALLOWED.includes(name))).toEqual([]);
  });

  test.skipIf(!inGit)("names no registry and no path of anybody's machine", () => {
    // In brackets, so that the patterns do not find themselves.
    const address =
      /registry[.]npmjs|registry[.]yarnpkg|https?:[/][/][^\s/"]*(?:registry|npm-proxy|artifactory|verdaccio)[^\s/"]*/;
    const machine = /(?:^|[\s"'`(=:])(?:[/]work[/]|[/]home[/][a-z]|[/]Users[/][A-Za-z]|[/]root[/]|[A-Z]:[\\]Users)/;
    const texts = tracked.filter((path) => !/\.(?:gz|zst|png|ico|wasm|bin|parquet)$/.test(path));
    expect(linesWith(texts, new RegExp(`${address.source}|${machine.source}`))).toEqual([]);
  });

  test("locks versions and hashes, but no download address", () => {
    const lock: { packages: Record<string, { resolved?: string; link?: boolean }> } = JSON.parse(
      readText("package-lock.json"),
    );
    const addressed = Object.entries(lock.packages).filter(
      ([, { resolved, link }]) => resolved !== undefined && link !== true,
    );
    expect(addressed.map(([path]) => path)).toEqual([]);
  });

  test.each(["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md"])("explains itself on a page: %s", (path) => {
    expect(existsSync(ROOT + path)).toBe(true);
    expect(readText(path).trim().split("\n").length).toBeLessThanOrEqual(120);
  });

  test("gives every package a README of a page that begins with its name", () => {
    const readmes = PACKAGES.map(
      ({ folder, manifest }) => [manifest.name, readText(`${folder}/README.md`).trim().split("\n")] as const,
    );
    expect(
      readmes.filter(([name, lines]) => lines[0] !== `# ${name}` || lines.length > 120).map(([name]) => name),
    ).toEqual([]);
  });

  test("leads each link between its own documents to a file that exists", () => {
    const documents = [...globSync("{*,{packages,apps}/*/*,examples/*,.changeset/*}.md", { cwd: ROOT })];
    const broken = documents.flatMap((path) => {
      const links = [...readText(path).matchAll(/\]\((?!https?:|#|mailto:)([^)\s#]+)/g)].map(([, target]) => target);
      const folder = path
        .replaceAll("\\", "/")
        .split("/")
        .slice(0, -1)
        .map((part) => `${part}/`)
        .join("");
      return links.filter((target) => !existsSync(ROOT + folder + target)).map((target) => `${path}: ${target}`);
    });
    expect(broken).toEqual([]);
  });
});
