import { globSync, readFileSync } from "node:fs";

/** The WebAssembly text of a package, and where its bytes go. */
export interface KernelSource {
  /**
   * `kernel.wat`, or the folder `kernel/` or `shared-kernel/` whose functions make one module around the memory that they work in,
   * which is shared between threads or not. Functions of `common-kernel/` belong to both.
   */
  readonly name: string;
  readonly text: string;
  readonly target: string;
  /** What they are called there. */
  readonly constant: string;
}

function read(root: string, pattern: string): readonly { readonly path: string; readonly text: string }[] {
  return globSync(pattern, { cwd: root })
    .toSorted()
    .map((path) => ({ path: path.replaceAll("\\", "/"), text: readFileSync(`${root}/${path}`, "utf8") }));
}

/** The memory that the functions of a folder work in. */
const MEMORY: Readonly<Record<string, string>> = {
  kernel: "(memory 1)",
  "shared-kernel": "(memory 1 65535 shared)",
};

/** What the assembler has to know of beside the first version of WebAssembly. */
export const FEATURES = { simd: true, threads: true, bulk_memory: true };

/** The kernels whose functions stand in a folder of that name, or also in one for both. */
function inParts(root: string, folder: string): readonly KernelSource[] {
  const byTarget = Map.groupBy(read(root, `packages/*/src/{common-kernel,${folder}}/*.wat`), ({ path }) =>
    path.replace(/\/[^/]+\/[^/]+$/, `/${folder}-bytes.ts`),
  );
  return Array.from(byTarget, ([target, parts]): KernelSource => {
    const functions = parts.map(({ text }) => text).join("\n");
    return {
      name: `${folder}/`,
      text: `(module (import "kernel" "memory" ${MEMORY[folder]})\n${functions})`,
      target,
      constant: `${folder.replaceAll("-", "_").toUpperCase()}_BYTES`,
    };
  });
}

/** The kernels of all packages that have one. */
export function kernelSources(root: string): readonly KernelSource[] {
  const whole = read(root, "packages/*/src/kernel.wat").map(({ path, text }): KernelSource => {
    return {
      name: "kernel.wat",
      text,
      target: path.replace(/kernel\.wat$/, "kernel-bytes.ts"),
      constant: "KERNEL_BYTES",
    };
  });
  return [...whole, ...Object.keys(MEMORY).flatMap((folder) => inParts(root, folder))];
}
