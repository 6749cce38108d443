import { onTestFinished } from 'vitest';
import type { Build } from '../browser/fixtures/builds.ts';
import { Host } from '../browser/host.ts';
import type { Visitor } from '../support/visitor.ts';
import type { Start } from './every.ts';

/** A browser that has never been anywhere, at a host of its own. Both end with the test, however that ends. */
export async function firstVisit(start: Start, build: Build, path = '/'): Promise<{ visitor: Visitor; host: Host }> {
  const host = await Host.of(build);
  onTestFinished(() => host.unplug());
  const visitor = await start();
  onTestFinished(() => visitor.close());
  await visitor.visit(host.address(path));
  // It fetches its words first.
  await visitor.until(() => document.querySelector('main') !== null);
  return { visitor, host };
}
