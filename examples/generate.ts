/** Writes the example corpora into this folder: `node examples/generate.ts`. */
import { writeFileSync } from "node:fs";
import { exampleCorpora } from "./generator/example-corpora.ts";

for (const [name, content] of Object.entries(exampleCorpora())) {
  writeFileSync(new URL(name, import.meta.url), content);
}
