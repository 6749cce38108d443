export function findBrowser(): string | null;
export function findFirefox(): string | null;
export function findWebKit(): { browser: string; driver: string; display: string } | null;
export function ensureBrowser(): string;
export function ensureOtherBrowsers(): string[];
