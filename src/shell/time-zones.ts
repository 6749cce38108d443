/** The zone that the device's clock is set to. */
export const deviceZone = new Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The zones that this browser lists, by the region before their first slash; those without one under ''. */
export function zonesByRegion(): { region: string; zones: string[] }[] {
  // Safari before 15.4 and Firefox before 93 list none: there UTC and the device's own are offered.
  const listed = 'supportedValuesOf' in Intl ? Intl.supportedValuesOf('timeZone') : [];
  const regions = new Map<string, string[]>();
  for (const zone of listed) {
    if (zone === 'UTC') continue;
    const region = zone.includes('/') ? zone.slice(0, zone.indexOf('/')) : '';
    regions.set(region, [...(regions.get(region) ?? []), zone]);
  }
  return [...regions].map(([region, zones]) => ({ region, zones }));
}
