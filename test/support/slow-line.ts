import type { Page } from 'playwright-core';

const KBIT = 1000 / 8;

/** Gives a tab the line of a phone where reception is poor: 400 kbit/s, and 400 ms before anything answers. */
export async function slowDown(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const [downloadThroughput, uploadThroughput] = [400 * KBIT, 400 * KBIT];
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 400,
    downloadThroughput,
    uploadThroughput,
  });
}
