import { beforeAll, expect, it } from 'vitest';
import { messages } from '../support/english.ts';
import { built, type Build } from '../browser/fixtures/builds.ts';
import { answersOf, type Answers } from './answers.ts';
import { inEveryBrowser } from './every.ts';
import { asBook, csvFiles, openInstead, sampleFiles } from './own-files.ts';
import { isOpen, lookAtAll } from './views.ts';
import { firstVisit } from './visit.ts';

const { qualityText, sampleText } = messages;

let build: Build;
let bakery: Answers;
let cafe: Answers;
beforeAll(async () => {
  build = built();
  bakery = await answersOf(sampleFiles('bakery'));
  cafe = await answersOf(sampleFiles('cafe'));
});

inEveryBrowser((start) => {
  it('a sample is opened from the welcome page, every view of it answers as the engine does in Node, and after that all works without the network, files of the user’s own too: CSV, a workbook and Parquet', async () => {
    const { visitor, host } = await firstVisit(start, build);
    await visitor.click({ role: 'button', name: sampleText.bakery.title, startsWith: true });
    await isOpen(visitor, sampleText.bakery.title);
    expect(await lookAtAll(visitor)).toEqual(bakery);
    await visitor.until(
      (kept) => document.querySelector('main')!.textContent.includes(kept),
      qualityText.seeForYourself.kept,
    );
    await host.unplug();
    await expect(fetch(host.address())).rejects.toThrow();
    await visitor.reload();
    await isOpen(visitor, sampleText.bakery.title);
    await visitor.visit(host.address());
    // A sample that was not opened yet.
    await visitor.click({ role: 'button', name: sampleText.cafe.title, startsWith: true });
    await isOpen(visitor, sampleText.cafe.title);
    const csv = await csvFiles();
    await visitor.setFiles('input[type=file]', csv);
    await isOpen(visitor, 'cards.csv');
    const answers = await lookAtAll(visitor);
    expect(answers).toEqual(await answersOf(csv));
    expect(answers.data).toEqual({ cards: [2, 2, 0], transactions: [4, 4, 0] });
    expect(answers.churn).toMatchObject({ atRisk: 1, checked: 2 });
    await openInstead(visitor, [await asBook(csv)], 'export.xlsx');
    expect(await lookAtAll(visitor)).toEqual(answers);
    await openInstead(visitor, sampleFiles('cafe'), 'cards.parquet');
    expect(await lookAtAll(visitor)).toEqual(cafe);
    expect(await visitor.errors()).toEqual([]);
  });
});
