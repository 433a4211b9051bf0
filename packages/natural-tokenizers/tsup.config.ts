import { defineConfig } from "tsup";
import base, { BUNDLED } from "../../tsup.config.ts";

/** A plug-in of esbuild, as far as it is needed here. */
interface Build {
  onResolve(options: { filter: RegExp }, callback: (args: { path: string }) => object): void;
  onLoad(options: { filter: RegExp; namespace: string }, callback: (args: { path: string }) => object): void;
}

/**
 * What stands in for the modules that natural's files ask for and need next to nothing of. Stop words and tokenizers belong
 * to `tokenizeAndStem`, which is never called; of `util` and `underscore` one function each is used. A test compares the
 * bundle with natural itself.
 */
const STAND_INS: readonly (readonly [module: RegExp, source: string])[] = [
  [/stopwords|aggressive_tokenizer/, "module.exports = {}"],
  [/^util$/, "exports.inherits = (type, base) => { Object.setPrototypeOf(type.prototype, base.prototype) }"],
  [/^underscore$/, "exports.without = (list, left) => list.filter((entry) => entry !== left)"],
];

const standIns = {
  name: "stand-ins",
  setup(build: Build) {
    for (const [index, [filter, contents]] of STAND_INS.entries()) {
      const namespace = `stand-in-${index}`;
      build.onResolve({ filter }, () => ({ path: "module", namespace }));
      build.onLoad({ filter: /.*/, namespace }, () => ({ contents }));
    }
  },
};

/** natural is bundled from the files that are used: installing it would bring 52 packages, clients of databases among them. */
export default defineConfig({ ...base, noExternal: [...BUNDLED, /^natural\//], esbuildPlugins: [standIns] });
