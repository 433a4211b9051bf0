/**
 * Assembles the WebAssembly text of packages (`src/kernel.wat`) into a module of TypeScript beside it, which holds the
 * bytes: nothing has to be loaded or built where a package is used. A test holds the two together.
 */
import { globSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import wabt from "wabt";

const root = fileURLToPath(new URL("..", import.meta.url));
const assembler = await wabt();

for (const path of globSync("packages/*/src/kernel.wat", { cwd: root })) {
  const parsed = assembler.parseWat(path, readFileSync(`${root}/${path}`, "utf8"), { simd: true });
  const { buffer } = parsed.toBinary({});
  const base64 = Buffer.from(buffer).toString("base64");
  writeFileSync(
    `${root}/${path.replace("kernel.wat", "kernel-bytes.ts")}`,
    `/** \`kernel.wat\` assembled, in base64: written by \`npm run build:kernels\`. */\nexport const KERNEL_BYTES =\n  "${base64}";\n`,
  );
  process.stdout.write(`${path}: ${buffer.length} bytes\n`);
}
