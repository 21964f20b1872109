import type { Browser, BrowserContext, Page } from "@playwright/test";

export type Login = "marta" | "noor" | "daniel" | "lena" | "marcus" | "jonas" | "ines";
/** Hears a browser from before its first page. */
export type Listener = { listen(context: BrowserContext): Promise<void> };

/** A browser of one's own, signed in through Keycloak's page as the demo's people do. */
export async function signedIn(browser: Browser, address: string, login: Login, listener?: Listener): Promise<Page> {
  const context = await browser.newContext({ baseURL: address });
  await listener?.listen(context);
  const page = await context.newPage();
  await page.goto("/");
  await page.getByRole("link", { name: "Sign in" }).click();
  await page.locator("#username").fill(login);
  await page.locator("#password").fill(`${login}-demo`);
  await page.locator("#kc-login").click();
  await page.waitForURL(`${address}/`);
  await page.locator("h1").first().waitFor();
  return page;
}

type Kept = Awaited<ReturnType<BrowserContext["storageState"]>>;
const kept = new Map<string, Kept>();

/** Somebody's browser as it was left when they last signed in here, or signed in now. */
export async function backAgain(browser: Browser, address: string, login: Login, listener?: Listener): Promise<Page> {
  const key = `${login} at ${address}`;
  const storageState = kept.get(key);
  if (storageState) {
    const context = await browser.newContext({ baseURL: address, storageState });
    await listener?.listen(context);
    const page = await context.newPage();
    await page.goto("/");
    await page.locator("h1").first().waitFor();
    if (!(await page.getByRole("link", { name: "Sign in" }).isVisible())) return page;
    await context.close();
  }
  const page = await signedIn(browser, address, login, listener);
  kept.set(key, await page.context().storageState());
  return page;
}
