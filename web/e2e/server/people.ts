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
