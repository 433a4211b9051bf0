import { existsSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));

/** Where things lie: the built command-line tool, this workspace's programs and results. */
export const PLACES = {
  cli: path("../../apps/cli/dist/bin.js"),
  results: path("../results/"),
  peers: path("../peers/"),
  corpora: path("../../../shared/corpora/"),
  program: (name: string): string => path(name),
} as const;

/** A new temporary folder; `remove` it when done. */
export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), "corpulse-bench-"));
}

/** A real corpus by its file name, or null where the folder beside the repository is absent. */
export function realCorpus(folder: string, name: string): string | null {
  const file = join(folder, name);
  return existsSync(file) ? file : null;
}
