import { describe, expect, it } from 'vitest';
import type { Insight } from '../../src/domain/insights/index.ts';
import { createFormat } from '../../src/text/format.ts';
import { fetchMessages } from '../../src/text/fetch-messages.ts';
import type { Language } from '../../src/text/languages.ts';
import type { Messages } from '../../src/text/messages.ts';
import { storeName } from '../../src/text/store-name.ts';

const wordsOf = async (language: Language): Promise<Messages> =>
  (await fetchMessages(language))(createFormat([language === 'en' ? 'en-GB' : language]));

const [en, fr, de] = [await wordsOf('en'), await wordsOf('fr'), await wordsOf('de')];

/** Spaces as a reader sees them. */
const plain = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, ' ');
const inAll = (of: (messages: Messages) => string): string[] => [en, fr, de].map((messages) => plain(of(messages)));

it('a store without a name is called by its id, as the notes on the export say', () => {
  expect([en, fr, de].map((messages) => storeName(7, null, messages))).toEqual(['Store 7', 'Magasin 7', 'Filiale 7']);
  expect([en, fr, de].map((messages) => storeName('a\nb', ' ', messages))).toEqual([
    'Store a␊b',
    'Magasin a␊b',
    'Filiale a␊b',
  ]);
  expect(storeName(7, ' Place\nd’Armes', en)).toBe('Place␊d’Armes');
  const note = (messages: Messages): string => messages.qualityText.noteWords('store-without-name', 'stores').effect(1);
  expect(note(en)).toContain('“Store”');
  expect(plain(note(fr))).toContain('« Magasin »');
  expect(note(de)).toContain('„Filiale“');
});

it('months in French take d’ where they begin with a vowel', () => {
  expect(fr.overviewText.months.active.label('avr. 2025', 'mars 2026')).toContain('par mois, d’avr. 2025 à mars 2026');
  expect(fr.revenueText.monthlyLabel('X', 'mars 2025', 'août 2026')).toContain('par mois, de mars 2025 à août 2026');
});

describe('one and many, with all that agrees with them', () => {
  it('cards at risk, whose number stands before', () => {
    expect(inAll(({ churnText }) => churnText.ofChecked(1, 1, '100%'))).toEqual([
      'of 1 open card is at risk (100%)',
      'carte à risque sur 1 carte ouverte (100%)',
      'von 1 gültigen Karte ist gefährdet (100%)',
    ]);
    expect(inAll(({ churnText }) => churnText.ofChecked(1, 20, '5%'))).toEqual([
      'of 20 open cards is at risk (5%)',
      'carte à risque sur 20 cartes ouvertes (5%)',
      'von 20 gültigen Karten ist gefährdet (5%)',
    ]);
    expect(inAll(({ churnText }) => churnText.ofChecked(0, 20, '0%'))).toEqual([
      'of 20 open cards are at risk (0%)',
      'carte à risque sur 20 cartes ouvertes (0%)',
      'von 20 gültigen Karten sind gefährdet (0%)',
    ]);
    expect(plain(fr.churnText.ofChecked(1_000_000, 2_000_000, '50%'))).toBe(
      'de cartes à risque sur 2 000 000 de cartes ouvertes (50%)',
    );
  });

  it('cards at risk of a store, whatever signs are in its name', () => {
    expect(inAll(({ storeText }) => storeText.churn.ofChecked(1, 1, '100%', '#1'))).toEqual([
      'of 1 open card last seen in #1 is at risk (100%)',
      'carte à risque sur 1 carte ouverte dont #1 est le dernier magasin fréquenté (100%)',
      'von 1 gültigen Karte, die zuletzt in #1 war, ist gefährdet (100%)',
    ]);
    expect(inAll(({ storeText }) => storeText.churn.ofChecked(2, 4, '50%', 'Gare'))).toEqual([
      'of 4 open cards last seen in Gare are at risk (50%)',
      'cartes à risque sur 4 cartes ouvertes dont Gare est le dernier magasin fréquenté (50%)',
      'von 4 gültigen Karten, die zuletzt in Gare waren, sind gefährdet (50%)',
    ]);
  });

  it('the labels of charts', () => {
    expect(en.churnText.spreadLabel(1, 1, '2')).toBe(
      'Histogram of 1 card by time away in multiples of its usual interval; 1 lies above the threshold of 2.',
    );
    expect(en.churnText.spreadLabel(1200, 2496, '2')).toBe(
      'Histogram of 2,496 cards by time away in multiples of their usual interval; 1,200 lie above the threshold of 2.',
    );
    expect(inAll(({ revenueText }) => revenueText.storesLabel('X', 1))).toEqual([
      'Bar chart of X by store; there is only one.',
      'Diagramme en barres : X par magasin (un seul magasin).',
      'Balkendiagramm: X je Filiale; es gibt nur eine.',
    ]);
    expect(inAll(({ cohortsText }) => cohortsText.chartLabel(1, 'M', 'M'))).toEqual([
      'Heatmap of the share of cards that were used, of those enrolled in M, by 30-day window.',
      'Carte thermique de la part des cartes utilisées, par tranche de 30 jours, pour les cartes créées en M.',
      'Heatmap: Anteil der genutzten Karten aus dem Anmeldemonat M, je 30-Tage-Fenster.',
    ]);
  });

  it('the overview', () => {
    expect(inAll(({ overviewText }) => overviewText.calm(1, 1).lead)).toEqual([
      '1 of 1 card was active in the last 30 days.',
      'Cartes actives ces 30 derniers jours : 1 sur 1.',
      'In den letzten 30 Tagen aktiv: 1 von 1 Karte.',
    ]);
    expect(inAll(({ overviewText }) => overviewText.secondVisitHint(1))).toEqual([
      'of 1 card new 60–150 days ago',
      'sur 1 carte créée il y a 60–150 jours',
      'von 1 Karte, neu vor 60–150 Tagen',
    ]);
    expect(inAll(({ overviewText }) => overviewText.storesSmall(1, 20))).toEqual([
      '1 store with fewer than 20 active cards before: only in the table.',
      '1 magasin avec moins de 20 cartes actives auparavant : dans le tableau seulement.',
      '1 Filiale mit zuvor weniger als 20 aktiven Karten: nur in der Tabelle.',
    ]);
    expect(inAll(({ overviewText }) => overviewText.change.points(1))).toEqual(['1 pp', '1 pt', '1 %-Punkt']);
    expect(inAll(({ overviewText }) => overviewText.change.points(2))).toEqual(['2 pp', '2 pts', '2 %-Punkte']);
  });

  it('what is left of a list', () => {
    expect(inAll(({ storeText }) => storeText.more(1))).toEqual([
      '1 more: type part of a name',
      'Encore 1 magasin : tapez une partie du nom',
      '1 weitere: Teil des Namens eingeben',
    ]);
    expect(inAll(({ churnText }) => churnText.limitOption(1))).toEqual([
      'Only the first',
      'Jusqu’à 1',
      'Nur die erste',
    ]);
    expect(inAll(({ churnText }) => churnText.limitOption(1000))).toEqual([
      'First 1,000',
      'Jusqu’à 1 000',
      'Erste 1.000',
    ]);
  });

  it('insights', () => {
    const returned = { kind: 'second-visit', enrolled: 40, returned: 1, share: 2.5, before: null };
    expect(inAll(({ insightText }) => insightText(returned as Insight).detail)).toEqual([
      'Of 40 cards enrolled 60 to 150 days ago, 1 was used again on a later day.',
      'Sur 40 cartes créées il y a 60 à 150 jours, 1 a été réutilisée un autre jour.',
      'Von 40 Karten, die vor 60 bis 150 Tagen angemeldet wurden, wurde 1 an einem späteren Tag wieder genutzt.',
    ]);
    const held = { kind: 'at-risk', count: 5, checked: 30, points: 1, top: null };
    expect(
      inAll(({ insightText }) =>
        insightText(held as Insight)
          .detail.split('. ')
          .at(-1)!,
      ),
    ).toEqual(['They hold 1 point.', 'Elles totalisent 1 point.', 'Darauf liegt 1 Punkt.']);
  });

  it('notes on the rows of an export', () => {
    const note = (rows: number): string[] =>
      inAll(({ qualityText }) => {
        const { what, effect } = qualityText.noteWords('no-card-number', 'cards');
        return `${what(rows)}: ${effect(rows)}`;
      });
    expect(note(1)).toEqual([
      '1 card without a card number: Counted in every answer; listed by its id.',
      '1 carte sans numéro: Comptée dans tous les résultats ; désignée par son identifiant dans les listes.',
      '1 Karte ohne Kartennummer: In jeder Auswertung mitgezählt; in Listen steht ihre ID.',
    ]);
    expect(note(2)).toEqual([
      '2 cards without a card number: Counted in every answer; listed by their id.',
      '2 cartes sans numéro: Comptées dans tous les résultats ; désignées par leur identifiant dans les listes.',
      '2 Karten ohne Kartennummer: In jeder Auswertung mitgezählt; in Listen steht ihre ID.',
    ]);
    expect(en.qualityText.noteWords('other-merchant', 'transactions').what(1)).toBe(
      '1 transaction that names another merchant than its card',
    );
    const stores = fr.qualityText.noteWords('in-the-future', 'stores');
    expect([1, 2].map((rows) => `${stores.what(rows)}: ${stores.effect(rows).split('.')[0]}`)).toEqual([
      '1 magasin daté dans le futur: Compté',
      '2 magasins datés dans le futur: Comptés',
    ]);
  });
});
