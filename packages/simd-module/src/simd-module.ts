/* oxlint-disable typescript/no-unnecessary-type-parameters -- who loads a module knows what it exports. */

/** The memory of an instance. */
export interface SimdMemory {
  /** Its bytes; another buffer after it has grown. */
  readonly buffer: ArrayBuffer;
  /** Adds pages of 65,536 bytes, and throws a `RangeError` when there are none to be had. */
  readonly grow: (pages: number) => number;
}

/** A module with a memory of its own. Addresses that its functions take count bytes from the beginning of the memory. */
export interface SimdInstance<Exports> {
  readonly memory: SimdMemory;
  readonly exports: Exports;
}

/** Memory that threads share: a `WebAssembly.Memory`, or `null` where there is none. */
export interface SharedInstanceMemory {
  readonly handle: object | null;
}

/** What this package uses of WebAssembly: the standard library of the language does not describe it. */
interface WebAssemblyApi {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: object };
  readonly Memory: new (pages: { readonly initial: number }) => SimdMemory;
}

declare const WebAssembly: WebAssemblyApi | undefined;
declare function atob(base64: string): string;

const PAGE = 2 ** 16;

/** Makes a function that compiles a module once. */
function compiler(base64: string): (api: WebAssemblyApi) => object {
  let assembled: object | undefined;
  return ({ Module }) => (assembled ??= new Module(Uint8Array.from(atob(base64), (byte) => byte.charCodeAt(0))));
}

/**
 * Makes a function that instantiates a module, given in base64, with a memory of so many bytes or more, which the module
 * imports as `kernel.memory`. The function gives `null` where there is none to be had: no WebAssembly, no SIMD, a content
 * security policy that forbids it, or not enough memory in one piece.
 *
 * @example
 * ```ts
 * import { simdModule } from "@corpulse/simd-module";
 *
 * const load = simdModule<{ twice: (n: number) => number }>(
 *   "AGFzbQEAAAABBgFgAX8BfwISAQZrZXJuZWwGbWVtb3J5AgABAwIBAAcJAQV0d2ljZQAACgkBBwAgAEEBdAs=",
 * );
 * load(1)?.exports.twice(21); // 42
 * ```
 */
export function simdModule<Exports extends object>(base64: string): (bytes: number) => SimdInstance<Exports> | null {
  const compile = compiler(base64);
  return (bytes) => {
    if (typeof WebAssembly === "undefined") return null;
    try {
      const assembled = compile(WebAssembly);
      const memory = new WebAssembly.Memory({ initial: Math.ceil(bytes / PAGE) });
      const { exports } = new WebAssembly.Instance(assembled, { kernel: { memory } });
      return { memory, exports: exports as Exports };
    } catch {
      return null;
    }
  };
}

/**
 * Makes a function that instantiates a module, given in base64, with a memory that threads share, which the module imports as
 * `kernel.memory`. The function gives `null` where there is none to be had, as `simdModule` does, and without a memory.
 *
 * @example
 * ```ts
 * import { sharedModule } from "@corpulse/simd-module";
 *
 * const load = sharedModule<{ twice: (n: number) => number }>(
 *   "AGFzbQEAAAABBgFgAX8BfwIVAQZrZXJuZWwGbWVtb3J5AgMB//8DAwIBAAcJAQV0d2ljZQAACgkBBwAgAEEBdAs=",
 * );
 * const handle = new WebAssembly.Memory({ initial: 1, maximum: 65_535, shared: true });
 * load({ handle })?.twice(21); // 42
 * ```
 */
export function sharedModule<Exports extends object>(base64: string): (memory: SharedInstanceMemory) => Exports | null {
  const compile = compiler(base64);
  return ({ handle }) => {
    if (typeof WebAssembly === "undefined" || handle === null) return null;
    try {
      return new WebAssembly.Instance(compile(WebAssembly), { kernel: { memory: handle } }).exports as Exports;
    } catch {
      return null;
    }
  };
}
