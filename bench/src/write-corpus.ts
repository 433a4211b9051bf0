import { closeSync, openSync, writeSync } from "node:fs";
import type { GeneratedCorpus } from "./generated-corpus.ts";

const LINES_A_WRITE = 1000;

/** Writes a generated corpus as JSON Lines with the one field `text`; gives the number of bytes. */
export function writeCorpus(path: string, corpus: GeneratedCorpus): number {
  const file = openSync(path, "w");
  let bytes = 0;
  try {
    for (let from = 0; from < corpus.documents; from += LINES_A_WRITE) {
      const length = Math.min(LINES_A_WRITE, corpus.documents - from);
      const lines = Array.from({ length }, (_, index) => `{"text":"${corpus.text(from + index)}"}\n`);
      bytes += writeSync(file, lines.join(""));
    }
  } finally {
    closeSync(file);
  }
  return bytes;
}
