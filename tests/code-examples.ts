import { globSync } from "node:fs";
import { PACKAGES, readText, ROOT } from "./workspace-packages.ts";

/** A piece of TypeScript that a docstring or a README shows. */
export interface CodeExample {
  /** Where it begins: `packages/tokens/src/vocabulary.ts:12`. */
  readonly place: string;
  readonly code: string;
}

const FENCE = /^```ts\n([\s\S]*?)^```$/gm;

function lineOf(text: string, index: number): number {
  return text.slice(0, index).split("\n").length;
}

function fencesOf(path: string, text: string, firstLine: number): readonly CodeExample[] {
  return [...text.matchAll(FENCE)].map((match) => ({
    place: `${path}:${firstLine + lineOf(text, match.index)}`,
    code: match[1],
  }));
}

/** The text of a docstring without its stars. */
function undecorated(docstring: string): string {
  return docstring
    .split("\n")
    .map((line) => line.replace(/^\s*(?:\/\*\*|\*(?!\/)) ?/, "").replace(/\s*\*\/$/, ""))
    .join("\n");
}

function docstringExamples(path: string): readonly CodeExample[] {
  const source = readText(path);
  return [...source.matchAll(/\/\*\*[\s\S]*?\*\//g)].flatMap((match) =>
    fencesOf(path, undecorated(match[0]), lineOf(source, match.index)),
  );
}

/** The examples of a README, by its path from the root. */
export function readmeExamples(path: string): readonly CodeExample[] {
  return fencesOf(path, readText(path), 1);
}

/** Every example that the repository shows. */
export function allExamples(): readonly CodeExample[] {
  const readmes = globSync(["README.md", "{packages,apps}/*/README.md"], { cwd: ROOT });
  return [
    ...PACKAGES.flatMap(({ sources }) => sources.flatMap(docstringExamples)),
    ...readmes
      .map((path) => path.replaceAll("\\", "/"))
      .toSorted()
      .flatMap(readmeExamples),
  ];
}

/** What stands before the declaration of an exported function: its docstring without stars, or nothing. */
export function docstringOf(path: string, name: string): string | undefined {
  const source = readText(path);
  const declaration = new RegExp(
    `^export (?:async )?(?:function\\*? ${name}\\b|const ${name}\\b[^\\n]*(?:=>|\\())`,
    "m",
  ).exec(source);
  if (declaration === null) return undefined;
  const before = source.slice(0, declaration.index).trimEnd();
  if (!before.endsWith("*/")) return "";
  return undecorated(before.slice(before.lastIndexOf("/**")));
}
