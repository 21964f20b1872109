// Light, dark, or what the device says. One of the two things that stay in the browser's storage, the other is language.

export type Theme = "light" | "dark" | "auto";
const KEY = "theme";

export function theme(): Theme {
  const kept = localStorage.getItem(KEY);
  return kept === "light" || kept === "dark" ? kept : "auto";
}

export function setTheme(to: Theme): void {
  if (to === "auto") localStorage.removeItem(KEY);
  else localStorage.setItem(KEY, to);
  showTheme();
}

/** Puts the chosen theme on the page; to be done before the first paint. */
export function showTheme(): void {
  const chosen = theme();
  if (chosen === "auto") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = chosen;
}
