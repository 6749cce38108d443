import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { messages } from '../support/english.ts';
import { expectAccessible, windows } from './axe.ts';
import {
  expectedCohorts,
  expectedFigures,
  formulaName,
  germanExport,
  hostileHeader,
  hostileName,
} from './fixtures/german-export.ts';
import { hasFocus, tabTo } from './keys.ts';
import { address, connectToChromium, goTo, openMade, openPage, settled, type WatchedPage } from './page.ts';
import { caseFile } from '../support/cases.ts';
import {
  beginning,
  cellsOf,
  expectNothingWrong,
  keyFigures,
  matchingTitle,
  navigation,
  numberIn,
  panel,
  quality,
  tableOf,
} from './readings.ts';

const { churnText, cohortsText, matchingText, overviewText, qualityText, revenueText } = messages;

let browser: Browser;
beforeAll(async () => {
  browser = await connectToChromium();
});
afterAll(() => browser.close());

const dashboard = (page: Page): Promise<void> => navigation(page).waitFor();
const preview = (page: Page, file: string): Locator =>
  page.getByRole('region', { name: matchingText.previewRegion(file) });
const choice = (page: Page, label: string, chosen: string): Locator =>
  page.getByRole('combobox', { name: `${label} ${chosen}`, exact: true });
const cardField = (name: string): string => matchingText.field('cards', name).label;
const transactionField = (name: string): string => matchingText.field('transactions', name).label;
const loadButton = (page: Page): Locator => page.getByRole('button', { name: matchingText.load, exact: true });

describe('an export with names of its own', () => {
  let watched: WatchedPage;
  let page: Page;
  const dialogs: string[] = [];
  beforeAll(async () => {
    watched = await openPage(browser);
    page = watched.page;
    page.on('dialog', (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    await openMade(page, germanExport());
    await matchingTitle(page).waitFor();
  });
  afterAll(() => page.context().close());

  it('is asked about, with a guess for what can be guessed', async () => {
    for (const [label, column] of [
      [cardField('created_at'), 'Angelegt am'],
      [cardField('last_activity_at'), 'Letzte Aktivität'],
      [cardField('is_active'), 'Aktiv'],
      [cardField('points_balance'), 'Punktestand'],
      [cardField('card_number'), 'Kartennummer'],
      [cardField('customer_name'), 'Kundenname'],
      [transactionField('transaction_at'), 'Datum'],
      [transactionField('transaction_type'), 'Art'],
      [transactionField('points_delta'), 'Punkte'],
      [transactionField('store_id'), 'Filiale'],
    ] as const) {
      expect(await choice(page, label, column).count(), label).toBe(1);
    }
    expect(await choice(page, cardField('id'), 'Kunden-ID').count()).toBe(1);
    // By no name that anybody knows: its values are the ids of the cards.
    expect(await choice(page, transactionField('card_id'), 'Kennzeichen').count()).toBe(1);
    const dates = page.getByRole('group', { name: matchingText.dates });
    expect(
      await dates.getByRole('button', { name: beginning(matchingText.orders['day-first']), pressed: true }).count(),
    ).toBe(2);
    const numbers = page.getByRole('group', { name: matchingText.decimal });
    expect(
      await numbers.getByRole('button', { name: beginning(matchingText.decimalComma), pressed: true }).count(),
    ).toBe(2);
  });

  it('shows ten rows of each file, as the text they are', async () => {
    const rows = await cellsOf(preview(page, 'Kunden.csv'));
    expect(rows).toHaveLength(10);
    expect(rows[0]).toEqual(['1', 'LC-1', hostileName, '13.01.2026', '13.01.2026', 'ja', '1.250,0', expect.anything()]);
    expect(rows[1]![2]).toBe(formulaName);
    expect(await preview(page, 'Kunden.csv').getByRole('columnheader').last().innerText()).toContain(hostileHeader);
    expect(await cellsOf(preview(page, 'Umsätze.csv'))).toHaveLength(10);
    expect(await page.locator('main').locator('img, [onerror]').count()).toBe(0);
  });

  it('breaks no rule of axe, light or dark, wide or narrow', async () => {
    const before = page.viewportSize()!;
    for (const { options } of windows) {
      await page.setViewportSize(options.viewport!);
      await expectAccessible(page);
      await choice(page, cardField('customer_name'), 'Kundenname').click();
      await page.getByRole('option', { name: 'Kartennummer' }).waitFor();
      await expectAccessible(page);
      await page.keyboard.press('Escape');
      await page.locator('[role=option]').first().waitFor({ state: 'detached' });
    }
    await page.setViewportSize(before);
  });

  it('keeps the option in sight that the keyboard goes to, in a list longer than the window', async () => {
    const before = page.viewportSize()!;
    await page.setViewportSize({ width: 1440, height: 340 });
    const name = choice(page, cardField('customer_name'), 'Kundenname');
    await name.scrollIntoViewIfNeeded();
    const scrolled = await page.evaluate(() => scrollY);
    await name.press('Enter');
    await page.locator('[role=option][aria-selected=true]').waitFor();
    for (const [key, option] of [
      ['End', page.locator('[role=option]').last()],
      ['Home', page.locator('[role=option]').first()],
    ] as const) {
      await page.keyboard.press(key);
      await expect.poll(() => isInSight(option)).toBe(true);
    }
    // The page behind it stays where it is.
    expect(scrolled).toBeGreaterThan(0);
    expect(await page.evaluate(() => scrollY)).toBe(scrolled);
    await page.keyboard.press('Escape');
    await page.locator('[role=option]').first().waitFor({ state: 'detached' });
    await page.setViewportSize(before);
  });

  it('is put right and loaded with the keyboard alone', async () => {
    await matchingTitle(page).focus();
    await tabTo(page, choice(page, transactionField('card_id'), 'Kennzeichen'));
    await page.keyboard.press('Enter');
    await page.getByRole('option', { name: /^Kennzeichen/ }).waitFor();
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
    const field = choice(page, transactionField('card_id'), matchingText.choose);
    await expect.poll(() => field.getAttribute('aria-invalid')).toBe('true');
    await tabTo(page, loadButton(page));
    await page.keyboard.press('Enter');
    // It cannot be loaded yet: the focus goes to what is missing.
    const missing = choice(page, transactionField('card_id'), matchingText.choose);
    await expect.poll(() => hasFocus(missing)).toBe(true);
    await page.keyboard.press('Enter');
    await page.getByRole('option', { name: /^Kennzeichen/ }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    const chosen = choice(page, transactionField('card_id'), 'Kennzeichen');
    await expect.poll(() => hasFocus(chosen)).toBe(true);
    await page.getByText(matchingText.ready).waitFor();
    await tabTo(page, loadButton(page));
    await page.keyboard.press('Enter');
    await dashboard(page);
    await settled(page);
  });

  it('is counted as its rows say', async () => {
    const figures = await keyFigures(page);
    const figure = (label: string): number => numberIn(figures[label]!.split(/[+−]/)[0]!);
    expect({
      active: figure(overviewText.activeCards),
      enrolled: figure(overviewText.newCards),
      visits: figure(overviewText.transactions),
      points: figure(overviewText.pointsEarned),
    }).toEqual(expectedFigures());
    await goTo(page, '#/cohorts');
    const shown = (await tableOf(page, cohortsText.panel)).map(([, ...cells]) =>
      cells.filter((cell) => cell.trim() !== '').map(numberIn),
    );
    expect(shown).toEqual(expectedCohorts());
    await goTo(page, '#/churn?multiplier=0.1');
    await expect
      .poll(async () => (await tableOf(page, churnText.listTitle)).map(([, customer]) => customer))
      .toEqual(expect.arrayContaining([hostileName, formulaName]));
    expect(await page.locator('main').locator('img[src], [onerror]').count()).toBe(0);
  });

  it('is not asked about again after a reload, and what was chosen can be changed', async () => {
    await page.goto('about:blank');
    await page.goto(address());
    await openMade(page, germanExport(3));
    await Promise.race([dashboard(page), matchingTitle(page).waitFor()]);
    expect(await matchingTitle(page).count()).toBe(0);
    await goTo(page, '#/data');
    const columns = panel(page, qualityText.matchedTitle);
    expect(await columns.innerText()).toContain(qualityText.matchedAsBefore);
    await columns.getByRole('button', { name: qualityText.changeLabel }).click();
    await matchingTitle(page).waitFor();
    expect(await page.getByText(matchingText.state.remembered, { exact: true }).count()).toBe(2);
    await page.getByRole('button', { name: matchingText.cancel }).click();
    await dashboard(page);
  });

  it('is asked about again once that is forgotten', async () => {
    await goTo(page, '#/data');
    await page.getByRole('button', { name: qualityText.forgetLabel }).click();
    await openMade(page, germanExport());
    await matchingTitle(page).waitFor();
    expect(await choice(page, transactionField('card_id'), 'Kennzeichen').count()).toBe(1);
    await page.getByRole('button', { name: matchingText.cancel }).click();
    await dashboard(page);
  });

  it('all without a dialog, an error or a request to the outside', () => {
    expect(dialogs).toEqual([]);
    expectNothingWrong(watched);
  });
});

/** Whether an option is within what its list shows. */
function isInSight(option: Locator): Promise<boolean> {
  return option.evaluate((element) => {
    const list = element.closest('[role=listbox]')!.getBoundingClientRect();
    const { top, bottom } = element.getBoundingClientRect();
    return top >= list.top && bottom <= list.bottom;
  });
}

describe('dates that can be read two ways', () => {
  const cards =
    'id,card_number,customer_name,created_at,last_activity_at,is_active,points_balance\n1,LC-1,Ada,03/04/2026,05/06/2026,true,7\n';
  const transactions =
    'card_id,store_id,transaction_type,points_delta,transaction_at\n1,1,points_earned,5,03/04/2026\n1,1,points_earned,5,05/06/2026\n';
  const files = [new File([cards], 'cards.csv'), new File([transactions], 'transactions.csv')];

  it.each([
    ['day-first', '2026-04-03', '2026-06-05'],
    ['month-first', '2026-03-04', '2026-05-06'],
  ] as const)('are asked about, and %s is what is read', async (order, from, to) => {
    const watched = await openPage(browser);
    const { page } = watched;
    await openMade(page, files);
    await matchingTitle(page).waitFor();
    expect(await loadButton(page).getAttribute('aria-disabled')).toBe('true');
    const askedOf = (column: string): Locator => page.getByRole('group', { name: matchingText.datesQuestion(column) });
    const asked = askedOf('created_at').or(askedOf('transaction_at'));
    expect(await asked.count()).toBe(2);
    expect(await asked.getByRole('button', { pressed: true }).count()).toBe(0);
    for (const file of await page.getByRole('button', { name: beginning(matchingText.orders[order]) }).all())
      await file.click();
    await loadButton(page).click();
    await dashboard(page);
    await goTo(page, '#/data');
    await page.getByRole('complementary').getByText(qualityText.periodOf(from, to)).waitFor();
    expectNothingWrong(watched);
    await page.context().close();
  });
});

describe('numbers that can be read two ways', () => {
  const rows = ['1.000', '2.000'].map((points, index) => `1,1,points_earned,${points},2026-02-0${index + 1}`);
  const files = [
    new File(
      [
        'id,card_number,customer_name,created_at,last_activity_at,is_active,points_balance\n1,LC-1,Ada,2026-01-01,2026-02-02,true,7\n',
      ],
      'cards.csv',
    ),
    new File(
      [['card_id,store_id,transaction_type,points_delta,transaction_at', ...rows].join('\n')],
      'transactions.csv',
    ),
  ];

  it.each([
    ['decimalComma', '1,000', 3000],
    ['decimalPoint', '1', 3],
  ] as const)('are asked about, and the %s is what is read', async (answer, reading, points) => {
    const watched = await openPage(browser);
    const { page } = watched;
    await openMade(page, files);
    await matchingTitle(page).waitFor();
    expect(await loadButton(page).getAttribute('aria-disabled')).toBe('true');
    const asked = page.getByRole('group', { name: matchingText.numbersQuestion('points_delta') });
    expect(await asked.getByRole('button', { pressed: true }).count()).toBe(0);
    await expectAccessible(page);
    const chosen = asked.getByRole('button', { name: beginning(matchingText[answer]) });
    expect(await chosen.innerText()).toContain(matchingText.numbersReading('1.000', reading));
    await chosen.click();
    await loadButton(page).click();
    await dashboard(page);
    await goTo(page, '#/revenue');
    const [[, , earned]] = (await tableOf(page, revenueText.monthlyHeading(revenueText.metric.transactions))) as [
      string[],
    ];
    expect(numberIn(earned!)).toBe(points);
    expectNothingWrong(watched);
    await page.context().close();
  });
});

describe('what was decided for earlier files', () => {
  it('is asked about again where a new file plainly says otherwise', async () => {
    const watched = await openPage(browser);
    const { page } = watched;
    const cards = new File(
      [
        ['id,card_number,customer_name,created_at,last_activity_at,is_active,points_balance']
          .concat(Array.from({ length: 40 }, (_, id) => `${id},LC-${id},Ada,2026-01-01,2026-01-02,true,7`))
          .join('\n'),
      ],
      'cards.csv',
    );
    await openMade(page, [cards, await caseFile('review/remembered-1-ambiguous.csv')]);
    await matchingTitle(page).waitFor();
    await page.getByRole('button', { name: beginning(matchingText.orders['day-first']) }).click();
    await loadButton(page).click();
    await dashboard(page);

    await openMade(page, [cards, await caseFile('review/remembered-2-plainly-month-first.csv')]);
    await matchingTitle(page).waitFor();
    await page.getByText(matchingText.state.contradicted).waitFor();
    const dates = page.getByRole('group', { name: matchingText.dates });
    await dates.getByRole('button', { name: beginning(matchingText.orders['month-first']), pressed: true }).waitFor();
    await loadButton(page).click();
    await dashboard(page);
    await goTo(page, '#/data');
    await expect.poll(() => quality(page, 'transactions')).toMatchObject({ read: 300, used: 300 });

    // Now it is the other answer that is kept.
    await openMade(page, [cards, await caseFile('review/remembered-2-plainly-month-first.csv')]);
    await page.getByText(qualityText.matchedAsBefore).waitFor();
    expectNothingWrong(watched);
    await page.context().close();
  });
});
