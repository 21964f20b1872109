type Policies = {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): string };
};

const SCRIPT = "/sw.js";

/** Starts the worker that keeps the app's files. The page's only trusted-types policy lets through exactly its address. */
export function startServiceWorker(): void {
  if (!import.meta.env.PROD || !("serviceWorker" in navigator)) return;
  const types = (window as { trustedTypes?: Policies }).trustedTypes;
  const policy = types?.createPolicy("accord", {
    createScriptURL(url) {
      if (url !== SCRIPT) throw new TypeError("not ours");
      return url;
    },
  });
  // Without it everything works but a reload without a network, so a refusal is no error.
  navigator.serviceWorker.register(policy?.createScriptURL(SCRIPT) ?? SCRIPT).catch(() => undefined);
}
