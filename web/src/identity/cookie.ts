/**
 * Whether this browser keeps a cookie of the kind that a session needs. Some refuse it on an address without https, and
 * then a sign-in would go round in a circle without a word.
 */
export function keepsCookies(page: { cookie: string }): boolean {
  const name = "__Host-accord-try";
  page.cookie = `${name}=1; Secure; SameSite=Strict; Path=/`;
  const kept = page.cookie.includes(`${name}=1`);
  page.cookie = `${name}=; Secure; SameSite=Strict; Path=/; Max-Age=0`;
  return kept;
}
