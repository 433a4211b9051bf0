import { expect, test } from "vitest";
import wabt from "wabt";
import { FEATURES, kernelSources } from "../scripts/kernel-sources.ts";
import { readText, ROOT } from "./workspace-packages.ts";

const SOURCES = kernelSources(ROOT);

test("there are kernels to hold to their sources", () => {
  expect(SOURCES).not.toEqual([]);
});

test.each(SOURCES)("the bytes in $target are what $name assembles to: `npm run build:kernels`", async (source) => {
  const assembler = await wabt();
  const { buffer } = assembler.parseWat(source.name, source.text, FEATURES).toBinary({});
  const inlined = /"([A-Za-z0-9+/=]+)"/.exec(readText(source.target));
  expect(inlined?.[1]).toBe(Buffer.from(buffer).toString("base64"));
});
