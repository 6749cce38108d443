import { firstPictureIsDrawn } from '../platform/first-picture.ts';

let last: Promise<void> = Promise.resolve();
let waiting = 0;

/** Draws a chart in a frame of its own, after those that were asked for before: each shows as soon as it is drawn, and the page answers in between. */
export function inTurn(draw: () => void): void {
  waiting += 1;
  last = last.then(nextFrame).then(() => {
    try {
      draw();
    } finally {
      waiting -= 1;
      if (waiting === 0) firstPictureIsDrawn();
    }
  });
  // One that cannot be drawn does not keep those after it; it is reported as any error of the page.
  last = last.catch((thrown: unknown) => reportError(thrown));
}

/** A page that is not in sight has no frames. */
const nextFrame = (): Promise<void> =>
  new Promise((resolve) => {
    requestAnimationFrame(() => resolve());
    setTimeout(resolve, 100);
  });
