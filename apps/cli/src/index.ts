export { OutputError, UsageError } from "./cli-error.ts";
export { report } from "./report.ts";
export type { ReportOptions } from "./report.ts";
export type { MeasureOptions } from "./settings.ts";
