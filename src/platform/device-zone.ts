/** The zone that the device's clock is set to. */
export const deviceZone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
