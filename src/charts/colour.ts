type Rgb = readonly [number, number, number];

function parse(hex: string): Rgb {
  const n = Number.parseInt(hex.slice(1), 16);
  return [(n >> 16) & 255, (n >> 8) & 255, n & 255];
}

function format(rgb: Rgb): string {
  return `#${rgb.map((c) => Math.round(c).toString(16).padStart(2, '0')).join('')}`;
}

/** `#rrggbb` at a share of 0 to 1 opacity, as `#rrggbbaa`. */
export function translucent(hex: string, opacity: number): string {
  return `${hex}${Math.round(opacity * 255)
    .toString(16)
    .padStart(2, '0')}`;
}

/** The colour of a percentage, 0 to 100, on a scale of evenly spaced `#rrggbb` stops. */
export function heatColour(percent: number, stops: readonly string[]): string {
  const place = (Math.min(100, Math.max(0, percent)) / 100) * (stops.length - 1);
  const low = Math.min(Math.floor(place), stops.length - 2);
  const a = parse(stops[low] ?? '#000000');
  const b = parse(stops[low + 1] ?? '#000000');
  const mix = (i: 0 | 1 | 2) => a[i] + (b[i] - a[i]) * (place - low);
  return format([mix(0), mix(1), mix(2)]);
}

function luminance(hex: string): number {
  const [r, g, b] = parse(hex).map((c) => {
    const s = c / 255;
    return s <= 0.04045 ? s / 12.92 : ((s + 0.055) / 1.055) ** 2.4;
  }) as unknown as Rgb;
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** WCAG contrast ratio of two `#rrggbb` colours, 1 to 21. */
export function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** A text colour that reads on `background` with a contrast of 4.5 or more: dark ink, else white, else black. */
export function inkOn(background: string): string {
  const readable = ['#1b1c1e', '#ffffff'].find((ink) => contrast(ink, background) >= 4.5);
  // Between the two lies a grey on which only pure black still reaches 4.5.
  return readable ?? '#000000';
}
