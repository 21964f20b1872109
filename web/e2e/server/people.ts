import type { Browser, Page } from "@playwright/test";

export type Login = "marta" | "noor" | "daniel" | "lena" | "marcus" | "jonas" | "ines";

/** A browser of one's own, signed in through Keycloak's page as the demo's people do. */
export async function signedIn(browser: Browser, address: string, login: Login): Promise<Page> {
  const context = await browser.newContext({ baseURL: address });
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
