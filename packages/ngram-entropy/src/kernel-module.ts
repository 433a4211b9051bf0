import { KERNEL_BYTES } from "./kernel-bytes.ts";

/** The exports of `kernel.wat`. Addresses count bytes from the beginning of the memory. */
export interface KernelExports {
  /* oxlint-disable max-params -- what WebAssembly takes is numbers. */
  readonly forwards: (
    tokens: number,
    length: number,
    base: number,
    window: number,
    before: number,
    places: number,
    atLeast: number,
    limits: number,
    ends: number,
  ) => number;
  /* oxlint-enable max-params */
  readonly backwards: (length: number, places: number, limits: number, ends: number) => void;
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
 * The kernel with a memory of its own, or `null` where there is none to be had: no WebAssembly, a content security policy that
 * forbids it, or not enough memory in one piece.
 */
export function kernelModule(bytes: number): { readonly buffer: ArrayBuffer; readonly exports: KernelExports } | null {
  if (typeof WebAssembly === "undefined") return null;
  try {
    assembled ??= new WebAssembly.Module(Uint8Array.from(atob(KERNEL_BYTES), (byte) => byte.charCodeAt(0)));
    const memory = new WebAssembly.Memory({ initial: Math.ceil(bytes / PAGE) });
    const { exports } = new WebAssembly.Instance(assembled, { kernel: { memory } });
    return { buffer: memory.buffer, exports: exports as KernelExports };
  } catch {
    return null;
  }
}
