import { chromium } from "@playwright/test";
const CH = ["--headless","--no-sandbox","--disable-gpu","--disable-quic","--no-first-run","--disable-background-networking","--disable-component-update","--disable-sync"];
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: CH });
const address = "http://localhost:8180";
export async function signedIn(login, size) {
  const context = await browser.newContext({ baseURL: address, viewport: size, locale: "en-GB", reducedMotion: "reduce" });
  const page = await context.newPage();
  page.on("console", (m) => m.type() === "error" && console.log(login, "console", m.text()));
  page.on("pageerror", (e) => console.log(login, "pageerror", e.message));
  page.on("websocket", (ws) => { ws.on("framereceived", (f) => { if (process.env.LOUD) console.log(login, "<", String(f.payload).slice(0, 200)); }); ws.on("close", () => console.log(login, "ws closed")); });
  await page.goto("/");
  await page.getByRole("link", { name: "Sign in" }).click();
  await page.locator("#username").fill(login);
  await page.locator("#password").fill(`${login}-demo`);
  await page.locator("#kc-login").click();
  await page.waitForURL(`${address}/`);
  await page.locator("h1").first().waitFor();
  return page;
}
const shot = (p, n) => p.screenshot({ path: `/tmp/accord/ex-${n}.png` });
const marta = await signedIn("marta", { width: 1440, height: 900 });
await shot(marta, "today");
const noor = await signedIn("noor", { width: 390, height: 844 });
const daniel = await signedIn("daniel", { width: 1280, height: 800 });
await shot(noor, "home");
await marta.getByRole("link", { name: /Open the room/ }).first().click();
await marta.waitForTimeout(3000);
await shot(marta, "mroom");
console.log(await marta.getByRole("button").allTextContents());
await marta.getByRole("button", { name: "Open the door" }).click();
await marta.waitForTimeout(2000);
await shot(marta, "mroom2");
console.log(await marta.getByRole("button").allTextContents());
for (const p of [noor, daniel]) { await p.reload(); await p.getByRole("link", { name: /Go to the room/ }).click(); }
await noor.waitForTimeout(3000);
await shot(noor, "nroom"); await shot(daniel, "droom"); await shot(marta, "mroom3");
console.log(noor.url());
await browser.close();
