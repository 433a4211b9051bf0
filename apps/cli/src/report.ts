import type { Family } from "@corpulse/measurement";
import type { Report } from "@corpulse/report";
import { collectEvidence } from "./evidence.ts";
import type { FamilyResults } from "./family-results.ts";
import { chooseTokenizer } from "./choose-tokenizer.ts";
import { CorpusFollowers } from "./corpus-followers.ts";
import { CorpusLoader, type LoadedCorpus, type Source } from "./corpus-loader.ts";
import { measureInThreads } from "./measure-in-threads.ts";
import { type Progress, SILENT } from "./progress.ts";
import { WorkerThreads } from "./worker-threads.ts";
import { type MeasureOptions, resolveSettings, type Settings } from "./settings.ts";

/** How a corpus is reported: what to measure, and where relative paths and standard input come from. */
export interface ReportOptions extends MeasureOptions, Source {
  /** @default nobody is told */
  readonly progress?: Progress;
}

/** The settings that a report states: all that can change a number, and nothing that cannot. */
export function statedSettings(settings: Settings, { text, vectors }: LoadedCorpus): Report["settings"] {
  const { tokenizer, keepCase, shingle, similarity, seed } = settings;
  return { text, tokenizer, keepCase, shingle, similarity, seed, embedding: vectors?.name ?? "lexical" };
}

function measurementsOf(results: FamilyResults, { families }: Settings): Report["measurements"] {
  return families.flatMap((family) => results[family]?.measurements ?? []);
}

/**
 * Measures a corpus and gives the record that every output format is made from.
 *
 * Inputs are files, globs or `-` for standard input: JSON Lines or plain text, plain or gzip.
 *
 * @throws {UsageError} when an option is out of range
 * @throws {CorpusError} when an input cannot be read whole
 * @example
 * ```ts
 * import { report } from "corpulse";
 *
 * const { measurements } = await report(["examples/base.jsonl"]);
 * measurements.find(({ id }) => id === "near_duplicate_removable_rate")?.unit; // "fraction"
 * ```
 */
export async function report(inputs: readonly string[], options: ReportOptions = {}): Promise<Report> {
  const { progress = SILENT, cwd, stdin } = options;
  const settings = resolveSettings(options);
  const tokenizer = await chooseTokenizer(settings.tokenizer, settings.keepCase);
  const { families, shingle, similarity, seed, workers } = settings;
  const threads = new WorkerThreads();
  const followers = new CorpusFollowers(threads, settings);
  try {
    const source = { ...(cwd && { cwd }), ...(stdin && { stdin }) };
    const loader = new CorpusLoader(settings, tokenizer, source, { progress, threads, followers });
    await loader.read(inputs, "reading");
    const loaded = loader.finish();
    const task = { families, vectors: loaded.vectors, shingle, similarity, seed };
    const tools = {
      followers: followers.members,
      sketcher: followers.sketcher,
      threads,
      memory: loaded.memory,
      workers,
      onProgress: (family: Family, share: number) => progress.update(family, share),
    };
    // What is needed last is loaded while threads measure, lest reading begin later.
    const making = import("@corpulse/report");
    const [results, { buildReport }] = await Promise.all([measureInThreads(task, loaded.corpus, tools), making]);
    progress.finish();
    // Those that are left end while the report is made and written.
    void threads.end();
    return buildReport({
      inputs: loaded.inputs.flat(),
      settings: statedSettings(settings, loaded),
      measurements: measurementsOf(results, settings),
      evidence: collectEvidence(results, loaded.show),
    });
  } catch (error) {
    await threads.end();
    throw error;
  }
}
