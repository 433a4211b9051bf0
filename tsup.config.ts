import { defineConfig } from "tsup";

/** JavaScript only: `tsc` writes the declarations, because tsup's own need an API that TypeScript 7 does not have. */
export default defineConfig({
  entry: ["src/index.ts"],
  format: "esm",
  target: "node22",
  platform: "neutral",
  dts: false,
  sourcemap: true,
  clean: true,
  silent: true,
});
