export { OutputError } from "./output-error.ts";
export { UsageError } from "./usage-error.ts";
export { gate } from "./gate.ts";
export type { GateOptions } from "./gate.ts";
export type { Progress } from "./progress.ts";
export { report } from "./report.ts";
export type { ReportOptions } from "./report.ts";
export type { MeasureOptions } from "./settings.ts";
