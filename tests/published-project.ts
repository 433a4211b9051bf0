import { execFile } from "node:child_process";
import { copyFileSync, existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { promisify } from "node:util";
import { PACKAGES, type Manifest, ROOT, type WorkspacePackage } from "./workspace-packages.ts";

const run = promisify(execFile);

/** A package as npm would publish it. */
export interface Tarball {
  readonly path: string;
  readonly files: readonly string[];
}

/** Every tarball that an installation may need, by the name of its package. */
export type Tarballs = ReadonlyMap<string, Tarball>;

interface PackResult {
  readonly name: string;
  readonly filename: string;
  readonly files: readonly { readonly path: string }[];
}

/** Runs the npm that runs the tests, or else the one on the path. */
async function npm(args: readonly string[], cwd: string): Promise<string> {
  const running = process.env["npm_execpath"];
  const quiet = [...args, "--no-audit", "--no-fund", "--no-update-notifier", "--loglevel=error"];
  const [command, all] = running ? [process.execPath, [running, ...quiet]] : ["npm", quiet];
  const { stdout } = await run(command, all, {
    cwd,
    maxBuffer: 1 << 26,
    shell: !running && process.platform === "win32",
  });
  return stdout;
}

async function pack(folders: readonly string[], destination: string): Promise<readonly (readonly [string, Tarball])[]> {
  const output = await npm(["pack", ...folders, "--json", "--ignore-scripts", "--pack-destination", destination], ROOT);
  const packed: Readonly<Record<string, PackResult>> = JSON.parse(output);
  return Object.values(packed).map(({ name, filename, files }) => {
    const path = join(destination, basename(filename));
    return [name, { path, files: files.map((file) => file.path) }] as const;
  });
}

function installedManifest(name: string): Manifest {
  const manifest: Manifest = JSON.parse(readFileSync(join(ROOT, "node_modules", name, "package.json"), "utf8"));
  return manifest;
}

/** The packages that a package brings with it, itself left out, in order of their names. */
export function broughtBy(
  names: readonly string[],
  manifestOf: (name: string) => Manifest = installedManifest,
): readonly string[] {
  const found = new Set<string>();
  const follow = (name: string): void => {
    for (const dependency of Object.keys(manifestOf(name).dependencies ?? {})) {
      if (found.has(dependency)) continue;
      found.add(dependency);
      follow(dependency);
    }
  };
  for (const name of names) follow(name);
  return [...found].toSorted();
}

/**
 * Packs every package of the workspace, and from node_modules whatever they depend on, so that all can be installed
 * without a network.
 */
export async function packAll(destination: string): Promise<Tarballs> {
  const unbuilt = PACKAGES.filter(({ folder }) => !existsSync(`${ROOT}${folder}/dist/index.js`)).map(
    ({ folder }) => folder,
  );
  if (unbuilt.length > 0) throw new Error(`Cannot pack ${unbuilt.join(", ")}: build first, with \`npm run build\``);
  const own = PACKAGES.map(({ manifest }) => manifest.name);
  const foreign = broughtBy(own).filter((name) => !own.includes(name));
  const [ours, theirs] = await Promise.all([
    pack(
      PACKAGES.map(({ folder }) => `./${folder}`),
      destination,
    ),
    pack(
      foreign.map((name) => `./node_modules/${name}`),
      destination,
    ),
  ]);
  return new Map([...ours, ...theirs]);
}

const address = (tarball: Tarball | undefined): string => `file:${tarball?.path ?? ""}`;

/** Installs one package from its tarball into an empty project, as a stranger would, with nothing from a network. */
export async function installAlone(
  { manifest: { name } }: WorkspacePackage,
  tarballs: Tarballs,
  folder: string,
): Promise<void> {
  const others = [...tarballs]
    .filter(([other]) => other !== name)
    .map(([other, tarball]) => [other, address(tarball)] as const);
  mkdirSync(folder, { recursive: true });
  const manifest = {
    private: true,
    dependencies: { [name]: address(tarballs.get(name)) },
    // What the package asks for by version comes from the tarballs too; what it does not ask for stays away.
    overrides: Object.fromEntries(others),
  };
  writeFileSync(join(folder, "package.json"), JSON.stringify(manifest));
  await npm(["install", "--prefix", folder, "--ignore-scripts", "--offline"], folder);
  mkdirSync(join(folder, "examples"));
  for (const file of globSync("examples/*.jsonl", { cwd: ROOT })) copyFileSync(join(ROOT, file), join(folder, file));
}

/** The packages in a project's node_modules, in order of their names. */
export function installedIn(folder: string): readonly string[] {
  const manifests = globSync(["node_modules/*/package.json", "node_modules/@*/*/package.json"], { cwd: folder });
  const nested = globSync("node_modules/**/node_modules/*/package.json", { cwd: folder });
  return [...manifests, ...nested].map((path) => nameAt(join(folder, path))).toSorted();
}

function nameAt(path: string): string {
  const manifest: Manifest = JSON.parse(readFileSync(path, "utf8"));
  return manifest.name;
}

/** Runs a file of a project and gives what it prints. */
export async function printedBy(folder: string, file: string, ...args: readonly string[]): Promise<string> {
  const { stdout } = await run(process.execPath, ["--disable-warning=ExperimentalWarning", file, ...args], {
    cwd: folder,
  });
  return stdout;
}

/** The example as a CommonJS module: imports become calls of `require`. */
export function asCommonJs(code: string): string {
  const body = code.replace(
    /^import (type )?\{([^}]*)\} from ("[^"]+");$/gm,
    (_, onlyTypes: string | undefined, names: string, from: string) => {
      const values = names
        .split(",")
        .map((name) => name.trim())
        .filter((name) => name !== "" && !name.startsWith("type "));
      return onlyTypes
        ? ""
        : `const { ${values.map((name) => name.replace(" as ", ": ")).join(", ")} } = require(${from});`;
    },
  );
  return /^[^/]*\bawait\b/m.test(body) ? `(async () => {\n${body}\n})();` : body;
}
