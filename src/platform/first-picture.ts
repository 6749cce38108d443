/** How long it is waited for: where no chart comes, that must not keep the page from its engine. */
const longestMs = 2_000;

let isDrawn: () => void;
const drawn = new Promise<void>((resolve) => (isDrawn = resolve));

/** The charts of the page that were asked for first are drawn. */
export const firstPictureIsDrawn = (): void => isDrawn();

/** Resolves once the charts of the page that were asked for first are drawn: until then they need the processor more than the engine does. */
export const firstPicture = (): Promise<void> =>
  Promise.race([drawn, new Promise<void>((resolve) => setTimeout(resolve, longestMs))]);
