/** What the driver of a browser does for a visitor. Expressions are JavaScript, evaluated in the page; a promise is waited for. */
export interface Driver {
  /** The browser and its version. */
  readonly browser: string;
  goTo(address: string): Promise<void>;
  reload(): Promise<void>;
  /** The text that the expression is. */
  evaluate(expression: string): Promise<string>;
  /** Clicks the element that the expression is, as a person would. */
  click(expression: string): Promise<void>;
  /** Chooses files for the `<input type=file>` that the expression is. */
  setFiles(expression: string, paths: readonly string[]): Promise<void>;
  /** What went wrong so far: uncaught errors, and errors on the console. */
  errors(): Promise<string[]>;
  /** Ends the browser with everything that was started for it. */
  close(): Promise<void>;
}

/** How an element is found: by its role and accessible name, or by a CSS selector. */
export type Target = Named | string;

export interface Named {
  role: 'button' | 'link' | 'radio';
  /** The accessible name. */
  name: string;
  /** The name need only begin like this. */
  startsWith?: boolean;
  /** The accessible name of what it stands in, such as a panel. */
  within?: string;
}

/** How long a page may take for anything, in a browser that compiles slowly, on a busy machine. */
const patienceMs = 60_000;

/** What browsers note when the data view tries whether they enforce the policy (`src/protection.ts`, `src/start-worker.ts`). */
const ofOwnTrial = /^The policy refuses eval$|blocked a JavaScript eval|\(connect-src\) at data:,/;

/** A browser with a profile of its own, in the words of a visitor, whichever it is. */
export class Visitor {
  readonly #driver: Driver;

  constructor(driver: Driver) {
    this.#driver = driver;
  }

  get browser(): string {
    return this.#driver.browser;
  }

  /** A visit, not a reload or another place on the same page. */
  async visit(address: string): Promise<void> {
    await this.#driver.goTo('about:blank');
    await this.#driver.goTo(address);
  }

  reload(): Promise<void> {
    return this.#driver.reload();
  }

  /**
   * What a function gives that runs in the page, as JSON; a promise is waited for. Only its source goes there: it can use its arguments,
   * which are JSON too, and nothing around it.
   */
  run<Args extends unknown[], Result>(
    script: (...args: Args) => Result | Promise<Result>,
    ...args: Args
  ): Promise<Result> {
    return this.#evaluate<Result>(callOf(script, args));
  }

  /** Waits until what a function gives in the page is true; an error says what was on the page instead. */
  until<Args extends unknown[]>(script: (...args: Args) => unknown, ...args: Args): Promise<void> {
    const call = callOf(script, args);
    return this.#until(call, call);
  }

  /** Waits until an element is in sight. */
  waitFor(target: Target): Promise<void> {
    return this.#until(`${callOf(find, [target])}?.checkVisibility()`, JSON.stringify(target));
  }

  /** Clicks an element once it is in sight. */
  async click(target: Target): Promise<void> {
    await this.waitFor(target);
    await this.#driver.click(callOf(find, [target]));
  }

  /** Chooses files for the first `<input type=file>` that the selector finds, hidden or not. */
  async setFiles(selector: string, paths: readonly string[]): Promise<void> {
    await this.#until(`${callOf(find, [selector])} !== null`, selector);
    await this.#driver.setFiles(callOf(find, [selector]), paths);
  }

  /** What went wrong so far: uncaught errors, and errors on the console, but for what the page's trial of its own policy leaves there. */
  async errors(): Promise<string[]> {
    return (await this.#driver.errors()).filter((error) => !ofOwnTrial.test(error));
  }

  close(): Promise<void> {
    return this.#driver.close();
  }

  async #evaluate<Result>(expression: string): Promise<Result> {
    const text = await this.#driver.evaluate(`(async () => JSON.stringify({ result: await ${expression} }))()`);
    return (JSON.parse(text) as { result: Result }).result;
  }

  async #until(condition: string, inWords: string): Promise<void> {
    const end = performance.now() + patienceMs;
    while (!(await this.#evaluate<unknown>(condition))) {
      if (performance.now() > end) {
        const shown = await this.run(() => document.body.innerText.slice(0, 1_000));
        throw new Error(`${this.browser} waited in vain for ${inWords}. On the page is:\n${shown}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

/** A call in the page. A function that TypeScript or Vitest changed beyond what the page knows fails there. */
function callOf<Args extends unknown[]>(script: (...args: Args) => unknown, args: Args): string {
  return `(${script.toString()})(${args.map((arg) => JSON.stringify(arg)).join()})`;
}

/** Runs in the page: the first element in sight, or in the page at all for a selector, that is meant. */
function find(target: Target): HTMLElement | null {
  if (typeof target === 'string') return document.querySelector<HTMLElement>(target);
  const selectors = {
    button: 'button, [role=button]',
    link: 'a[href], [role=link]',
    radio: 'input[type=radio], [role=radio]',
  };
  const textOf = (elements: Iterable<Element>): string =>
    [...elements]
      .map(({ textContent }) => textContent)
      .join(' ')
      .replaceAll(/\s+/g, ' ')
      .trim();
  const nameOf = (element: Element): string => {
    const labels = (element.getAttribute('aria-labelledby') ?? '').split(' ').filter((id) => id !== '');
    if (labels.length > 0) return textOf(labels.flatMap((id) => document.getElementById(id) ?? []));
    const { labels: around } = element as HTMLInputElement;
    return element.getAttribute('aria-label') ?? textOf(around?.length ? around : [element]);
  };
  const { role, name, startsWith = false, within } = target;
  const places = within === undefined ? [document] : [...document.querySelectorAll('[aria-label], [aria-labelledby]')];
  return (
    places
      .filter((place) => within === undefined || nameOf(place as Element) === within)
      .flatMap((place) => [...place.querySelectorAll<HTMLElement>(selectors[role])])
      .filter((element) => element.checkVisibility())
      .find((element) => (startsWith ? nameOf(element).startsWith(name) : nameOf(element) === name)) ?? null
  );
}
