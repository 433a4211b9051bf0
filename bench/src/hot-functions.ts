/** What is read of V8's CPU profile. */
export interface CpuProfile {
  readonly nodes: readonly {
    readonly id: number;
    readonly callFrame: { readonly functionName: string; readonly url: string; readonly lineNumber: number };
  }[];
  /** The node that each sample was taken in. */
  readonly samples: readonly number[];
  /** Microseconds before each sample. */
  readonly timeDeltas: readonly number[];
}

/** A function and the time spent in itself, without what it calls. */
export interface HotFunction {
  readonly name: string;
  /** The package it is of, `node` for Node's own, `engine` for garbage collection and the like. */
  readonly owner: string;
  readonly seconds: number;
  /** Of all samples but idle ones. */
  readonly share: number;
}

const IDLE = "(idle)";

function ownerOf(url: string): string {
  if (url === "") return "engine";
  if (url.startsWith("wasm:")) return "WebAssembly";
  if (url.startsWith("node:")) return "node";
  return /\/(?:packages|apps)\/([^/]+)\//.exec(url)?.[1] ?? /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url)?.[1] ?? url;
}

/** The functions that took most time themselves, over all threads' profiles. */
export function hotFunctions(profiles: readonly CpuProfile[], most: number): readonly HotFunction[] {
  const seconds = new Map<string, number>();
  let total = 0;
  for (const { nodes, samples, timeDeltas } of profiles) {
    const keys = new Map(
      nodes.map(({ id, callFrame: { functionName, url } }) => [
        id,
        `${ownerOf(url)}\t${functionName || "(anonymous)"}`,
      ]),
    );
    for (let sample = 0; sample < samples.length; sample++) {
      const key = keys.get(samples[sample]) ?? "engine\t(unknown)";
      if (key.endsWith(`\t${IDLE}`)) continue;
      // A timer that was late can make a delta negative.
      const spent = Math.max(0, timeDeltas[sample]) / 1e6;
      total += spent;
      seconds.set(key, (seconds.get(key) ?? 0) + spent);
    }
  }
  return [...seconds]
    .toSorted(([, left], [, right]) => right - left)
    .slice(0, most)
    .map(([key, spent]) => {
      const [owner, name] = key.split("\t");
      return { name, owner, seconds: spent, share: spent / total };
    });
}
