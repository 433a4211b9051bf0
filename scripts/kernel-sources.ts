import { globSync, readFileSync } from "node:fs";

/** The WebAssembly text of a package, and where its bytes go. */
export interface KernelSource {
  /** `kernel.wat`, or the folder `kernel/` whose functions make one module around the memory that they work in. */
  readonly name: string;
  readonly text: string;
  readonly target: string;
}

function read(root: string, pattern: string): readonly { readonly path: string; readonly text: string }[] {
  return globSync(pattern, { cwd: root })
    .toSorted()
    .map((path) => ({ path: path.replaceAll("\\", "/"), text: readFileSync(`${root}/${path}`, "utf8") }));
}

/** The kernels of all packages that have one. */
export function kernelSources(root: string): readonly KernelSource[] {
  const whole = read(root, "packages/*/src/kernel.wat").map(({ path, text }): KernelSource => {
    return { name: "kernel.wat", text, target: path.replace(/kernel\.wat$/, "kernel-bytes.ts") };
  });
  const byTarget = Map.groupBy(read(root, "packages/*/src/kernel/*.wat"), ({ path }) =>
    path.replace(/kernel\/[^/]+$/, "kernel-bytes.ts"),
  );
  const inParts = Array.from(byTarget, ([target, parts]): KernelSource => {
    const functions = parts.map(({ text }) => text).join("\n");
    return { name: "kernel/", text: `(module (import "kernel" "memory" (memory 1))\n${functions})`, target };
  });
  return [...whole, ...inParts];
}
