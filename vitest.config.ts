import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { conditions: ["@corpulse/source"] },
  ssr: { resolve: { conditions: ["@corpulse/source"] } },
  test: {
    include: ["packages/*/src/**/*.test.ts", "apps/*/src/**/*.test.ts", "tests/**/*.test.ts"],
    testTimeout: 120_000,
  },
});
