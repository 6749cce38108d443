import type { ExportSummary } from '../../contract/summary.ts';

/** What the files of an export are known by. */
export const shapesOf = ({ files }: ExportSummary): string[] => files.map(({ shape }) => shape);

/** Whether instants of an export name no time zone. */
export const hasLocalTimes = ({ files }: ExportSummary): boolean => files.some((file) => file.hasLocalTimes);
