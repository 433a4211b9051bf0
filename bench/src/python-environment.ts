import { existsSync } from "node:fs";
import { join } from "node:path";
import { PLACES } from "./places.ts";
import { type ProcessCost, type RunOptions, runProcess } from "./run-process.ts";

const PACKAGES = [
  "numpy",
  "rensa",
  "datasketch",
  "nltk",
  "sacrebleu",
  "vendi-score",
  "fast-bleu",
  "semhash",
  "text-dedup",
] as const;

/** As a whole it wants gigabytes; the functions that are compared need nothing of that. */
const WITHOUT_DEPENDENCIES = ["diversity"];

const INSTALL_SECONDS = 400;

/** A throw-away Python with as many of the peers as could be installed. */
export interface PythonEnvironment {
  /** By name. */
  readonly versions: Readonly<Record<string, string>>;
  /** Why a package is absent, in a line. */
  readonly absent: Readonly<Record<string, string>>;
  run(script: string, args: readonly string[], options?: RunOptions): Promise<ProcessCost>;
}

/** As the index of Python packages compares names. */
const normal = (name: string): string => name.toLowerCase().replaceAll("_", "-");

const lastLine = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split("\n").at(-1)?.slice(0, 200) ?? "";

/** Makes the environment in a folder, or uses the one that is there; each package on its own, so that one cannot stop another. */
export async function pythonEnvironment(folder: string, say: (text: string) => void): Promise<PythonEnvironment> {
  const python = join(folder, "bin", "python");
  const absent: Record<string, string> = {};
  if (!existsSync(python)) {
    await runProcess("python3", ["-m", "venv", folder]);
    for (const name of [...PACKAGES, ...WITHOUT_DEPENDENCIES]) {
      const flags = WITHOUT_DEPENDENCIES.includes(name) ? ["--no-deps"] : [];
      say(`installing ${name}`);
      try {
        await runProcess(python, ["-m", "pip", "install", "--quiet", ...flags, name], {
          timeoutSeconds: INSTALL_SECONDS,
        });
      } catch (error) {
        absent[name] = lastLine(error);
        say(`${name} cannot be installed: ${absent[name]}`);
      }
    }
  }
  const { stdout } = await runProcess(python, ["-m", "pip", "list", "--format", "json"]);
  const installed: readonly { readonly name: string; readonly version: string }[] = JSON.parse(stdout);
  const wanted = new Set<string>([...PACKAGES, ...WITHOUT_DEPENDENCIES]);
  return {
    versions: Object.fromEntries(
      installed.filter(({ name }) => wanted.has(normal(name))).map(({ name, version }) => [normal(name), version]),
    ),
    absent,
    run: (script, args, { env = {}, ...options } = {}) =>
      runProcess(python, [join(PLACES.peers, script), ...args], {
        ...options,
        env: { PYTHONDONTWRITEBYTECODE: "1", ...env },
      }),
  };
}
