import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { build, type Options } from "tsup";
import { afterAll, expect, test } from "vitest";
import { SNOWBALL_SAMPLES } from "./fixtures/snowball-samples.ts";
import { NATURAL_TOKENIZERS, naturalTokenizer } from "./natural-tokenizer.ts";
import type * as Sources from "./index.ts";

const root = resolve(import.meta.dirname, "..");
const outDir = mkdtempSync(join(tmpdir(), "natural-tokenizers-"));
afterAll(() => rmSync(outDir, { recursive: true, force: true }));

const TEXTS = [
  ...Object.values(SNOWBALL_SAMPLES),
  "If we 'all' can't go. I'll stay home, naïve 👍 café! 'Tis $3.88, d'ye?",
  "計算機科学における字句解析 (じくかいせき、英: Lexical Analysis) とは、トークン (token) の並びに変換することをいう。",
];

// With everything inside, @corpulse/tokens too, so that the file loads from anywhere and shows all that it needs.
test("the bundle holds natural's files alone, needs nothing else, and gives the same tokens as natural itself", async () => {
  const { default: config } = (await import("../tsup.config.ts")) as { default: Options };
  const noExternal = [...(config.noExternal ?? []), /^@corpulse\//];
  const esbuildOptions: Options["esbuildOptions"] = (options) => {
    options.conditions = ["@corpulse/source"];
  };
  const entry = [join(root, "src/index.ts")];
  await build({ ...config, config: false, entry, outDir, sourcemap: false, noExternal, esbuildOptions });
  const file = join(outDir, "index.js");
  const source = readFileSync(file, "utf8");
  expect(source.match(/mongoose|redis|dotenv|stopwords-iso|\brequire\(|^import .*/gm)).toBeNull();
  const bundle = (await import(pathToFileURL(file).href)) as typeof Sources;
  for (const { name } of NATURAL_TOKENIZERS) {
    for (const text of TEXTS) {
      expect([...bundle.naturalTokenizer(name).tokenize(text)]).toEqual([...naturalTokenizer(name).tokenize(text)]);
    }
  }
});
