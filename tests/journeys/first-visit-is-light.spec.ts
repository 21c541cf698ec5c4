// A resident on an old phone and a poor line opens a consultation for the first time.
import { languages } from "#app/shared/languages.ts";
import { expect, test } from "#tests/support/journey.ts";
import { inLanguage } from "#tests/support/texts.ts";

const mostBytes = 60_000;
const mostRequests = 6;

for (const language of languages) {
  test(`in ${language}, reading a consultation costs at most 60 kB in 6 requests`, async ({ page }) => {
    await page.goto(inLanguage(language, "/marlshire/consultations"));
    const path = await page.locator("main a[href*='/consultations/']").first().getAttribute("href");
    const fresh = await page.context().browser()!.newContext();
    const cold = await fresh.newPage();
    const network = await fresh.newCDPSession(cold);
    await network.send("Network.enable");
    let bytes = 0;
    let requests = 0;
    network.on("Network.requestWillBeSent", () => (requests += 1));
    network.on("Network.loadingFinished", ({ encodedDataLength }) => (bytes += encodedDataLength));
    await cold.goto(new URL(path ?? "", page.url()).href, { waitUntil: "networkidle" });
    await fresh.close();
    expect(requests).toBeGreaterThan(1);
    expect(requests).toBeLessThanOrEqual(mostRequests);
    expect(bytes).toBeGreaterThan(5_000);
    expect(bytes).toBeLessThanOrEqual(mostBytes);
    console.info(`${language}: ${bytes} bytes in ${requests} requests`);
  });
}
