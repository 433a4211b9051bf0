import type { Machine } from "./machine.ts";
import type { PeerResult } from "./peer-job.ts";
import { percent, type RecallRow } from "./recall-job.ts";
import { digits, table, times } from "./table.ts";

/** All that one run of `npm run bench:peers` found. */
export interface PeerFindings {
  readonly date: string;
  readonly machine: Machine;
  readonly versions: Readonly<Record<string, string>>;
  readonly absent: Readonly<Record<string, string>>;
  readonly results: readonly PeerResult[];
  readonly failures: readonly string[];
  readonly recalls: readonly RecallRow[];
  readonly notes: readonly string[];
}

const ofOurs = (theirs: number | null, ours: number | null): string =>
  times(theirs === null || ours === null ? null : theirs / ours);

function jobTable({ title, rounds, standings, check }: PeerResult): string {
  const [own] = standings;
  return [
    `## ${title}`,
    table(
      [
        "who",
        "wall",
        "of ours",
        "CPU",
        "of ours",
        "peak memory",
        "of ours",
        "kernel alone",
        "of ours",
        "its CPU",
        "of ours",
      ],
      standings.map(({ name, wall, wallRatio, cpu, cpuRatio, peak, peakRatio, kernel, kernelCpu }) => [
        name,
        digits(wall, " s"),
        times(wallRatio),
        digits(cpu, " s"),
        times(cpuRatio),
        digits(peak, " MB"),
        times(peakRatio),
        digits(kernel, " s"),
        ofOurs(kernel, own.kernel),
        digits(kernelCpu, " s"),
        ofOurs(kernelCpu, own.kernelCpu),
      ]),
    ),
    `Medians of ${rounds}. ${check}.`,
  ].join("\n\n");
}

const recallTable = (recalls: readonly RecallRow[]): string =>
  table(
    ["corpus", "true pairs", "who", "of the true pairs found", "of its pairs true"],
    recalls.flatMap(({ corpus, truePairs, exact, found }) =>
      found.map(({ name, recall, precision }) => [
        corpus,
        `${truePairs.toLocaleString("en")}${exact ? "" : " at least"}`,
        name,
        percent(recall),
        percent(precision),
      ]),
    ),
  );

const bullets = (lines: readonly string[]): string => lines.map((line) => `- ${line}`).join("\n");

/** What `npm run bench:peers` found, as Markdown. */
export function peerTables({
  date,
  machine,
  versions,
  absent,
  results,
  failures,
  recalls,
  notes,
}: PeerFindings): string {
  const missing = [
    ...Object.entries(absent).map(([name, why]) => `${name} could not be installed: ${why}`),
    ...failures,
  ];
  return `${[
    `# Peers, ${date}`,
    `${machine.kind}, ${machine.memoryGb} GB, Node ${machine.node}. Whole processes in turn, ours first in each round; ratios are medians of each round's, to the first line. Where other work shares the machine, compare CPU rather than wall.`,
    `Peers: ${Object.entries(versions)
      .map(([name, version]) => `${name} ${version}`)
      .join(", ")}.`,
    ...(missing.length === 0 ? [] : [bullets(missing)]),
    ...results.map(jobTable),
    ...(recalls.length === 0 ? [] : ["## Recall at a Jaccard similarity of 0.8, word 3-grams", recallTable(recalls)]),
    ...(notes.length === 0 ? [] : ["## What else differs", bullets(notes)]),
  ].join("\n\n")}\n`;
}
