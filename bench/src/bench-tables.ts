import type { BenchResult, ReportCost } from "./bench-result.ts";
import type { Standing } from "./in-turn.ts";
import type { FamilyScaling } from "./measure-scaling.ts";
import { digits, table, times } from "./table.ts";

const milliseconds = (seconds: number): string => digits(seconds * 1000, " ms");

function reportTable({ name, rounds, report, stages }: ReportCost): string {
  const whole = [
    `## ${name}`,
    `Whole processes, in turn, medians of ${rounds}. Ratios are to the script that only reads and parses.`,
    table(
      ["process", "wall", "ratio", "CPU", "ratio", "peak memory"],
      report.map(({ name: process, wall, wallRatio, cpu, cpuRatio, peak }) => [
        process,
        digits(wall, " s"),
        times(wallRatio),
        digits(cpu, " s"),
        times(cpuRatio),
        digits(peak, " MB"),
      ]),
    ),
  ];
  if (stages.length === 0) return whole.join("\n\n");
  return [
    ...whole,
    "Stages one after the other in one process, on one thread. Ratios are of CPU time to the first stage.",
    table(
      ["stage", "wall", "CPU", "ratio"],
      stages.map(({ name: stage, wall, cpu, cpuRatio }) => [
        stage,
        milliseconds(wall),
        milliseconds(cpu),
        times(cpuRatio),
      ]),
    ),
  ].join("\n\n");
}

function startUpTable(startUp: readonly Standing[]): string {
  return table(
    ["program", "wall", "ratio", "above the empty one"],
    startUp.map(({ name, wall, wallRatio }) => [
      name,
      milliseconds(wall),
      times(wallRatio),
      milliseconds(wall - wall / wallRatio),
    ]),
  );
}

function scalingTable(scaling: readonly FamilyScaling[]): string {
  const sizes = scaling[0].points.map(({ documents }) => documents.toLocaleString("en"));
  return table(
    ["family", "wall exponent", "CPU exponent", "memory exponent", ...sizes.map((size) => `${size}: CPU, memory`)],
    scaling.map(({ family, wall, cpu, memory, points }) => [
      family,
      wall.exponent.toFixed(2),
      cpu.exponent.toFixed(2),
      memory.exponent.toFixed(2),
      ...points.map((point) => `${digits(point.cpu, " s")}, ${digits(point.peak, " MB")}`),
    ]),
  );
}

const scalingText = (rounds: number): string =>
  `Documents of 100 tokens, a tenth exact and a tenth near-copies. Each family alone on one thread, index included; memory is above that of an empty process, reading included. Medians of ${rounds}; exponents by least squares on logarithms.`;

/** What `npm run bench` found, as Markdown. */
export function benchTables({ date, machine, startUp, reports, scaling }: BenchResult): string {
  return `${[
    `# Benchmarks of ${date}`,
    `${machine.kind}, ${machine.memoryGb} GB, Node ${machine.node}. Where other work shares the machine, compare ratios, and CPU rather than wall.`,
    ...(startUp.length === 0 ? [] : ["## Start-up", startUpTable(startUp)]),
    ...reports.map(reportTable),
    ...(scaling === null ? [] : ["## Scaling", scalingText(scaling.rounds), scalingTable(scaling.points)]),
  ].join("\n\n")}\n`;
}
