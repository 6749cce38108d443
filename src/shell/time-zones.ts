import { listedTimeZones } from '../domain/time-zone.ts';

/** The zones that this browser lists, by the region before their first slash; those without one under ''. */
export function zonesByRegion(): { region: string; zones: string[] }[] {
  const regions = new Map<string, string[]>();
  for (const zone of listedTimeZones()) {
    if (zone === 'UTC') continue;
    const region = zone.includes('/') ? zone.slice(0, zone.indexOf('/')) : '';
    regions.set(region, [...(regions.get(region) ?? []), zone]);
  }
  return [...regions].map(([region, zones]) => ({ region, zones }));
}
