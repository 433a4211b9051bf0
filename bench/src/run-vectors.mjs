// Does one job of the peers on vectors, as run-ours.ts does those on a corpus. In plain JavaScript, because the job is so short
// that taking the types out would be seen.
import { openSync, readFileSync, readSync, statSync } from "node:fs";
import { meanNearestDistance, measureEmbeddingSpread, measureSourceSpread } from "@corpulse/embedding-spread";

const KILOBYTES_A_MEGABYTE = 1024;
const DIMENSIONS = 384;
const ROW_BYTES = DIMENSIONS * Float32Array.BYTES_PER_ELEMENT;
const GIVEN = { dimensions: DIMENSIONS, name: "given" };
const SPREAD = /** @type {const} */ (["vendi_1", "vendi_2", "participation_ratio", "mean_pairwise_distance"]);

const [job, path] = process.argv.slice(2);

/** @param {readonly import("@corpulse/measurement").Measurement[]} records */
const valuesOf = (records) => SPREAD.map((id) => records.find((one) => one.id === id)?.value);

function inMemory() {
  const bytes = readFileSync(path);
  return { ...GIVEN, data: new Float32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4) };
}

/**
 * What is done before the kernel begins, and the kernel. That of `spread` reads the vectors, too.
 *
 * @type {Record<string, () => () => (number | null | undefined)[]>}
 */
const JOBS = {
  spread() {
    const file = openSync(path);
    const count = statSync(path).size / ROW_BYTES;
    /** @param {number} from @param {Float32Array} target */
    const read = (from, target) => void readSync(file, target, 0, target.byteLength, from * ROW_BYTES);
    return () => valuesOf(measureSourceSpread({ ...GIVEN, count, read }, { only: SPREAD }));
  },
  "spread-in-memory"() {
    const vectors = inMemory();
    return () => valuesOf(measureEmbeddingSpread(vectors, { only: SPREAD }).measurements);
  },
  nearest() {
    const vectors = inMemory();
    return () => [meanNearestDistance(vectors, { neighbourBudget: Number.POSITIVE_INFINITY }).value];
  },
};

const run = JOBS[job]();
const cpuBefore = process.cpuUsage();
const started = performance.now();
const values = run();
const kernel = (performance.now() - started) / 1000;
const { user, system } = process.cpuUsage(cpuBefore);
const peak = process.resourceUsage().maxRSS / KILOBYTES_A_MEGABYTE;
process.stdout.write(`${JSON.stringify({ kernel, kernelCpu: (user + system) / 1e6, peak, values })}\n`);
