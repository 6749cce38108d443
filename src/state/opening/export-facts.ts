import type { ExportSummary } from '../../contract/summary.ts';

/** What the files of an export are known by. */
export const shapesOf = ({ files }: ExportSummary): string[] => files.map(({ shape }) => shape);

/** One name for an export, in whatever order its files come, and in however many parts. */
export const exportOf = (shapes: readonly string[]): string => [...new Set(shapes)].sort().join('\n\n');

/** Whether instants of an export name no time zone. */
export const hasLocalTimes = ({ files }: ExportSummary): boolean => files.some((file) => file.hasLocalTimes);
