export { simdModule } from "./simd-module.ts";
export type { SimdInstance, SimdMemory } from "./simd-module.ts";
