export { sharedModule, simdModule } from "./simd-module.ts";
export type { SharedInstanceMemory, SimdInstance, SimdMemory } from "./simd-module.ts";
