import type { HeatmapCell, HeatmapData } from '../domain/heatmap.ts';
import type { Format } from './format.ts';

/** The service's percentage; where it says all or none and the count does not, what the count says. */
export function cellShare(
  { rows }: HeatmapData,
  { row, percent, active }: HeatmapCell,
  format: Pick<Format, 'share' | 'percent'>,
): string {
  const enrolled = rows[row]!.enrolled;
  const isRoundedAway = (percent === 100 && active < enrolled) || (percent === 0 && active > 0);
  return isRoundedAway ? format.share(active, enrolled) : format.percent(percent);
}
