// Does one job of the peers on vectors, as run-ours.ts does those on a corpus. In plain JavaScript, because the job is so short
// that taking the types out would be seen.
import { readFileSync } from "node:fs";
import { meanNearestDistance, measureEmbeddingSpread } from "@corpulse/embedding-spread";

const KILOBYTES_A_MEGABYTE = 1024;
const DIMENSIONS = 384;

const [job, path] = process.argv.slice(2);

/** @type {Record<string, (vectors: import("@corpulse/embedding-spread").Vectors) => (number | null | undefined)[]>} */
const JOBS = {
  spread(vectors) {
    const only = /** @type {const} */ (["vendi_1", "vendi_2", "participation_ratio", "mean_pairwise_distance"]);
    const { measurements } = measureEmbeddingSpread(vectors, { only });
    return only.map((id) => measurements.find((one) => one.id === id)?.value);
  },
  nearest: (vectors) => [meanNearestDistance(vectors, { neighbourBudget: Number.POSITIVE_INFINITY }).value],
};

const bytes = readFileSync(path);
const data = new Float32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4);
const cpuBefore = process.cpuUsage();
const started = performance.now();
const values = JOBS[job]({ data, dimensions: DIMENSIONS, name: "given" });
const kernel = (performance.now() - started) / 1000;
const { user, system } = process.cpuUsage(cpuBefore);
const peak = process.resourceUsage().maxRSS / KILOBYTES_A_MEGABYTE;
process.stdout.write(`${JSON.stringify({ kernel, kernelCpu: (user + system) / 1e6, peak, values })}\n`);
