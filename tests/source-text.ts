/** The specifiers that a module imports or re-exports from, types included. Examples in comments do not count. */
export function importsOf(source: string): readonly string[] {
  const code = withoutComments(source);
  const statements = code.matchAll(/^(?:import|export)\b[\w\s{},*$]*?\bfrom\s+["']([^"']+)["']/gm);
  const effects = code.matchAll(/^import\s+["']([^"']+)["']/gm);
  const calls = code.matchAll(/\b(?:import|require)\(\s*["']([^"']+)["']/g);
  return [...statements, ...effects, ...calls].map(([, specifier]) => specifier);
}

/** The package that a specifier names: `@corpulse/tokens` of `@corpulse/tokens/package.json`. */
export function packageOf(specifier: string): string {
  return specifier.split("/", specifier.startsWith("@") ? 2 : 1).join("/");
}

/** The source without its comments. A comment begins a line or follows a space, which tells it from a glob or an address. */
export function withoutComments(source: string): string {
  return source.replace(/(^|\s)\/\*[\s\S]*?\*\//g, "$1").replace(/(^|\s)\/\/.*$/gm, "$1");
}

/** A name that a module exports. */
export interface ExportedName {
  readonly name: string;
  /** The keyword that declares it, or `from` when it is passed on from another module. */
  readonly kind: string;
}

/** The names that a module exports, in order. */
export function exportsOf(source: string): readonly ExportedName[] {
  const code = withoutComments(source);
  const declared = code.matchAll(
    /^export\s+(?:declare\s+)?(?:abstract\s+)?(?:async\s+)?(function|const|let|class|interface|type)\b\*?\s+(\w+)/gm,
  );
  const lists = code.matchAll(/^export\s+(?:type\s+)?\{([^}]*)\}/gm);
  return [
    ...[...declared].map(([, kind, name]) => ({ name, kind })),
    ...[...lists].flatMap(([, names]) =>
      names
        .split(",")
        .map((entry) => entry.trim().split(/\s+/).at(-1) ?? "")
        .filter((name) => name !== "")
        .map((name) => ({ name, kind: "from" })),
    ),
  ];
}

const singular = (word: string): string => word.replace(/s$/, "");

/** Whether an exported name says what the file's name says: `signature.ts` may export `formatSignature`. */
export function isNamedFor(name: string, file: string): boolean {
  const words = kebabCase(name).split("-").map(singular);
  let from = 0;
  return file.split("-").every((word) => {
    const at = words.indexOf(singular(word), from);
    from = at + 1;
    return at >= 0;
  });
}

/** `selfBleu`, `SelfBleu` and `SELF_BLEU` as `self-bleu`. */
export function kebabCase(name: string): string {
  return name
    .replaceAll("_", "-")
    .replace(/([a-z\d])([A-Z])/g, "$1-$2")
    .replace(/([A-Z])([A-Z][a-z])/g, "$1-$2")
    .toLowerCase();
}
