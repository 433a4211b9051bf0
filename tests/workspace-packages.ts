import { globSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The repository's root, with a slash at its end. */
export const ROOT: string = fileURLToPath(new URL("..", import.meta.url));

/** The fields of a package.json that the repository's rules are about. */
export interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
  readonly type?: string;
  readonly files?: readonly string[];
  readonly exports?: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
  readonly bin?: Readonly<Record<string, string>>;
  readonly scripts?: Readonly<Record<string, string>>;
  readonly engines?: Readonly<Record<string, string>>;
  readonly publishConfig?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/** A package of the workspace. */
export interface WorkspacePackage {
  /** The last part of its folder: `self-bleu`, `cli`. */
  readonly id: string;
  /** Its folder from the root: `packages/self-bleu`. */
  readonly folder: string;
  readonly manifest: Manifest;
  /** Its sources from the root, without tests, benchmarks and fixtures: `packages/self-bleu/src/index.ts`. */
  readonly sources: readonly string[];
  readonly tests: readonly string[];
}

/** A text file of the repository, by its path from the root. */
export function readText(path: string): string {
  return readFileSync(ROOT + path, "utf8");
}

export function readManifest(folder: string): Manifest {
  const manifest: Manifest = JSON.parse(readText(`${folder}/package.json`));
  return manifest;
}

function files(folder: string, pattern: string): readonly string[] {
  return globSync(`${folder}/src/**/${pattern}`, { cwd: ROOT })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => !path.includes("/fixtures/"))
    .toSorted();
}

function workspacePackage(folder: string): WorkspacePackage {
  return {
    id: folder.slice(folder.indexOf("/") + 1),
    folder,
    manifest: readManifest(folder),
    sources: files(folder, "*.ts").filter((path) => !/\.(?:test|bench)\.ts$/.test(path)),
    tests: files(folder, "*.test.ts"),
  };
}

/** Every package that is published, the metrics and the command-line tool alike. */
export const PACKAGES: readonly WorkspacePackage[] = ["packages", "apps"].flatMap((parent) =>
  readdirSync(ROOT + parent).map((name) => workspacePackage(`${parent}/${name}`)),
);
