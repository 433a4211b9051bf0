/**
 * Assembles the WebAssembly text of packages into a module of TypeScript, such as `src/kernel-bytes.ts`, which holds the bytes:
 * nothing has to be loaded or built where a package is used. A test holds the two together.
 */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import wabt from "wabt";
import { FEATURES, kernelSources } from "./kernel-sources.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const assembler = await wabt();

for (const { name, text, target, constant } of kernelSources(root)) {
  const parsed = assembler.parseWat(target, text, FEATURES);
  const { buffer } = parsed.toBinary({});
  const base64 = Buffer.from(buffer).toString("base64");
  writeFileSync(
    `${root}/${target}`,
    `/** \`${name}\` assembled, in base64: written by \`npm run build:kernels\`. */\nexport const ${constant} =\n  "${base64}";\n`,
  );
  process.stdout.write(`${target}: ${buffer.length} bytes\n`);
}
