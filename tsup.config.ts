import { defineConfig } from "tsup";

/** What is bundled everywhere: a package of twenty lines costs more to find and load than to have several times. */
export const BUNDLED: RegExp[] = [/^@corpulse\/simd-module$/];

/** JavaScript only: `tsc` writes the declarations, because tsup's own need an API that TypeScript 7 does not have. */
export default defineConfig({
  entry: ["src/index.ts"],
  format: "esm",
  target: "node22",
  platform: "neutral",
  dts: false,
  noExternal: BUNDLED,
  sourcemap: true,
  clean: true,
  silent: true,
});
