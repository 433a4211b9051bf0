import { KERNEL_BYTES } from "./kernel-bytes.ts";
import type { RowLoops } from "./row-loops.ts";
import type { SymmetricLoops } from "./symmetric-loops.ts";

/** The exports of `kernel/`. Addresses count bytes from the beginning of the memory, depths values of a row. */
export interface SimdExports extends RowLoops, SymmetricLoops {
  readonly addProducts: (a: number, b: number, depth: number, sums: number) => void;
  readonly addSingleProducts: (panel: number, group: number, groups: number, sums: number) => void;
  // oxlint-disable-next-line max-params -- what WebAssembly takes is numbers.
  readonly roundOctet: (
    rows: number,
    stride: number,
    factors: number,
    octet: number,
    segment: number,
    squares: number,
  ) => void;
  // oxlint-disable-next-line max-params -- what WebAssembly takes is numbers.
  readonly firstCandidate: (
    left: number,
    right: number,
    end: number,
    segment: number,
    rows: number,
    bounds: number,
    columns: number,
    slack: number,
    pairs: number,
  ) => number;
}

/** What this package uses of WebAssembly: the standard library of the language does not describe it. */
interface WebAssemblyApi {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: object };
  readonly Memory: new (pages: { readonly initial: number }) => { readonly buffer: ArrayBuffer };
}

declare const WebAssembly: WebAssemblyApi | undefined;
declare function atob(base64: string): string;

const PAGE = 2 ** 16;

let assembled: object | undefined;

/**
 * The kernel with a memory of its own, or `null` where there is none to be had: no WebAssembly, no SIMD, a content security
 * policy that forbids it, or not enough memory in one piece.
 */
export function simdModule(bytes: number): { readonly buffer: ArrayBuffer; readonly exports: SimdExports } | null {
  if (typeof WebAssembly === "undefined") return null;
  try {
    assembled ??= new WebAssembly.Module(Uint8Array.from(atob(KERNEL_BYTES), (byte) => byte.charCodeAt(0)));
    const memory = new WebAssembly.Memory({ initial: Math.ceil(bytes / PAGE) });
    const { exports } = new WebAssembly.Instance(assembled, { kernel: { memory } });
    return { buffer: memory.buffer, exports: exports as SimdExports };
  } catch {
    return null;
  }
}
