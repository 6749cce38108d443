import { languages, type Language } from '../text/languages.ts';

/** The only words that come with the page itself. */
const said: Record<Language, string> = {
  en: 'A part of Loyalty Lens could not be fetched. Check the connection, then load this page again.',
  fr: 'Une partie de Loyalty Lens n’a pas pu être récupérée. Vérifiez la connexion, puis rechargez cette page.',
  de: 'Ein Teil von Loyalty Lens konnte nicht abgerufen werden. Prüfen Sie die Verbindung und laden Sie diese Seite neu.',
};

/** What the page shows when the words of no language can be fetched. */
export function withoutWords(): HTMLElement[] {
  return languages.map((language) => {
    const paragraph = document.createElement('p');
    Object.assign(paragraph, { lang: language, textContent: said[language], className: 'without-words' });
    return paragraph;
  });
}
