import { defineConfig } from "tsup";
import base, { BUNDLED } from "../../tsup.config.ts";

/** A plug-in of esbuild, as far as it is needed here. */
interface Build {
  onResolve(options: { filter: RegExp }, callback: (args: { path: string }) => object): void;
  onLoad(options: { filter: RegExp; namespace: string }, callback: (args: { path: string }) => object): void;
}

/** Leaves out the similarities of trees, which ml-distance hands on and nothing here uses. */
const withoutTrees = {
  name: "without-trees",
  setup(build: Build) {
    build.onResolve({ filter: /^ml-tree-similarity$/ }, ({ path }) => ({ path, namespace: "nothing" }));
    build.onLoad({ filter: /.*/, namespace: "nothing" }, () => ({ contents: "export {}" }));
  },
};

/**
 * The functions of ml-distance are bundled: loading its 70 modules would take half as long as starting Node. It stays a
 * dependency, because the sources that are published beside the bundle import it.
 */
export default defineConfig({ ...base, noExternal: [...BUNDLED, /^ml-distance/], esbuildPlugins: [withoutTrees] });
