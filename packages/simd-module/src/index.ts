export { SharedMemory } from "./shared-memory.ts";
export type { SharedMemoryHandle } from "./shared-memory.ts";
export { sharedModule, simdModule } from "./simd-module.ts";
export type { SimdInstance, SimdMemory } from "./simd-module.ts";
