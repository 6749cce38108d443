/** Where the licences of software by others are. */
export interface NoticesLink {
  href: string;
  /** The name to save it under, where it is saved and not shown. */
  download?: string;
}

/** A file beside the page (`.ci/notices.ts`). */
export const noticesLink = (): Promise<NoticesLink> => Promise.resolve({ href: './notices.txt' });
