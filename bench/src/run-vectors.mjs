// Does one job of the peers on vectors, as run-ours.ts does those on a corpus. In plain JavaScript, because the job is so short
// that taking the types out would be seen.
import { openSync, readFileSync, readSync, statSync } from "node:fs";
import { meanNearestDistance, measureSourceSpread } from "@corpulse/embedding-spread";

const KILOBYTES_A_MEGABYTE = 1024;
const DIMENSIONS = 384;
const ROW_BYTES = DIMENSIONS * Float32Array.BYTES_PER_ELEMENT;

const [job, path] = process.argv.slice(2);

/** What the kernel took, in milliseconds and microseconds. Kernels of the peers begin with vectors in memory: ours stops to read. */
const kernel = { wall: 0, cpu: 0 };

/** @param {1 | -1} sign */
function add(sign) {
  const { user, system } = process.cpuUsage();
  kernel.cpu += sign * (user + system);
  kernel.wall += sign * performance.now();
}
const start = () => add(-1);
const stop = () => add(1);

/** @type {Record<string, () => (number | null | undefined)[]>} */
const JOBS = {
  spread() {
    const only = /** @type {const} */ (["vendi_1", "vendi_2", "participation_ratio", "mean_pairwise_distance"]);
    const file = openSync(path);
    const count = statSync(path).size / ROW_BYTES;
    /** @param {number} from @param {Float32Array} target */
    function read(from, target) {
      stop();
      readSync(file, target, 0, target.byteLength, from * ROW_BYTES);
      start();
    }
    start();
    const records = measureSourceSpread({ count, dimensions: DIMENSIONS, name: "given", read }, { only });
    stop();
    return only.map((id) => records.find((one) => one.id === id)?.value);
  },
  nearest() {
    const bytes = readFileSync(path);
    const data = new Float32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4);
    start();
    const { value } = meanNearestDistance(
      { data, dimensions: DIMENSIONS, name: "given" },
      { neighbourBudget: Number.POSITIVE_INFINITY },
    );
    stop();
    return [value];
  },
};

const values = JOBS[job]();
const peak = process.resourceUsage().maxRSS / KILOBYTES_A_MEGABYTE;
process.stdout.write(`${JSON.stringify({ kernel: kernel.wall / 1000, kernelCpu: kernel.cpu / 1e6, peak, values })}\n`);
