import { globSync } from "node:fs";
import { expect, test } from "vitest";
import wabt from "wabt";
import { readText, ROOT } from "./workspace-packages.ts";

const SOURCES = globSync("packages/*/src/kernel.wat", { cwd: ROOT }).map((path) => path.replaceAll("\\", "/"));

test("there are kernels to hold to their sources", () => {
  expect(SOURCES).not.toEqual([]);
});

test.each(SOURCES)("the bytes beside %s are what it assembles to: `npm run build:kernels`", async (path) => {
  const assembler = await wabt();
  const { buffer } = assembler.parseWat(path, readText(path), { simd: true }).toBinary({});
  const inlined = /"([A-Za-z0-9+/=]+)"/.exec(readText(path.replace("kernel.wat", "kernel-bytes.ts")));
  expect(inlined?.[1]).toBe(Buffer.from(buffer).toString("base64"));
});
