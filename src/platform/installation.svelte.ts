/** What browsers that install pages as apps say when they would; TypeScript does not know it. */
interface InstallOffer extends Event {
  /** Has the browser ask the person; works once. */
  prompt(): Promise<unknown>;
}

/** Whether the page can be installed as an app, as far as the browser says so. */
class Installation {
  /** Null where the browser installs nothing, has it installed already, or does not say. */
  offer: InstallOffer | null = $state.raw(null);

  /** Called once, early: browsers say it once. */
  start(): void {
    addEventListener('beforeinstallprompt', (event) => {
      // Browsers would put something over the page.
      event.preventDefault();
      this.offer = event as InstallOffer;
    });
    addEventListener('appinstalled', () => (this.offer = null));
  }

  /** Has the browser ask whether to install it. The offer is over then; where the answer is no, browsers make another in time. */
  async install(): Promise<void> {
    const { offer } = this;
    this.offer = null;
    await offer?.prompt();
  }
}

export const installation = new Installation();
