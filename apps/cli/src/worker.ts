import { parentPort } from "node:worker_threads";
import { blockReader, type RecordBlock } from "@corpulse/corpus";
import { chooseTokenizer } from "./choose-tokenizer.ts";
import { IngestLane } from "./ingest-lane.ts";
import type { IngestMessage, IngestSettings } from "./ingest-thread.ts";
import type { MeasureJob, MeasureMessage } from "./measure-thread.ts";
import type { MeasureTask } from "./measure-families.ts";

/** What a thread is told: how to ingest and the blocks that follow, or what to measure and the jobs that follow. */
export type WorkerRequest =
  | { readonly kind: "ingest"; readonly settings: IngestSettings }
  | { readonly kind: "block"; readonly block: RecordBlock }
  | { readonly kind: "measure"; readonly task: MeasureTask }
  | MeasureJob;

const post = (message: IngestMessage | MeasureMessage): void => parentPort?.postMessage(message);

async function ingestLane({ text, tokenizer, keepCase }: IngestSettings): Promise<IngestLane> {
  const lane = new IngestLane(blockReader({ text }), await chooseTokenizer(tokenizer, keepCase));
  post("ready");
  return lane;
}

/** The metrics are loaded when there is something to measure: ingesting begins sooner without them. */
async function jobRunner(task: MeasureTask): Promise<(job: MeasureJob) => void> {
  const { runMeasureJob } = await import("./run-measure-job.ts");
  return (job) => runMeasureJob(task, job, post);
}

let lane: Promise<IngestLane> | undefined;
let runner: Promise<(job: MeasureJob) => void> | undefined;

/** A worker thread: it ingests blocks or measures, one request after the other, and posts what came of each. */
parentPort?.on("message", async (request: WorkerRequest) => {
  if (request.kind === "ingest") lane = ingestLane(request.settings);
  else if (request.kind === "measure") {
    // What ingesting needed is let go of.
    lane = undefined;
    runner = jobRunner(request.task);
  } else if (request.kind === "block") {
    const { block } = request;
    // A buffer arrives as a plain array of bytes.
    const bytes = Buffer.from(block.bytes.buffer, block.bytes.byteOffset, block.bytes.byteLength);
    const ingested = (await lane)?.ingest({ ...block, bytes });
    if (ingested !== undefined) post(ingested);
  } else (await runner)?.(request);
});
