/** The languages that the product speaks. */
export const languages = ['en', 'fr', 'de'] as const;

export type Language = (typeof languages)[number];

/** Each in itself, as it is offered to whoever understands it. */
export const languageNames: Record<Language, string> = { en: 'English', fr: 'Français', de: 'Deutsch' };

/** Whether a text names a language that the product speaks. */
export const isLanguage = (text: unknown): text is Language => languages.some((language) => language === text);

/** The first of a reader's languages that the product speaks; English where it speaks none of them. */
export function languageOf(tags: readonly string[] | undefined): Language {
  return (tags ?? []).map((tag) => tag.split(/[-_]/)[0]!.toLowerCase()).find(isLanguage) ?? 'en';
}

/** The reader's own variants of a language, `de-LU` for German, by which numbers and dates are written; the language itself where there are none. */
export function variantsOf(language: Language, tags: readonly string[] | undefined): string[] {
  return [
    ...(tags ?? []).filter((tag) => languageOf([tag]) === language && isLanguage(tag.split(/[-_]/)[0]!.toLowerCase())),
    language,
  ];
}
