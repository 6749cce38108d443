/**
 * The tags that `Intl` understands, none of them for its own default. Systems name languages in other ways too (`C`, `en-US@posix`), and
 * one such tag makes all of `Intl` throw.
 */
export function knownLocales(tags: readonly string[] | undefined): string[] {
  return (tags ?? []).filter((tag) => {
    try {
      return Intl.getCanonicalLocales(tag).length > 0;
    } catch {
      return false;
    }
  });
}
