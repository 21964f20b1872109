// What lies on the device is sealed: whoever picks up the phone, or signs in after, cannot read it.

export type Sealed = { iv: Uint8Array<ArrayBuffer>; body: ArrayBuffer };

/** The person's key, from base64url. It cannot be taken out of memory again. */
export function importKey(base64url: string): Promise<CryptoKey> {
  const raw = atob(base64url.replaceAll("-", "+").replaceAll("_", "/"));
  const bytes = Uint8Array.from(raw, (letter) => letter.charCodeAt(0));
  return crypto.subtle.importKey("raw", bytes, "AES-GCM", false, ["encrypt", "decrypt"]);
}

/** Seals a value to its place, so that it cannot be moved to another. */
export async function seal(key: CryptoKey, place: string, value: unknown): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const body = await crypto.subtle.encrypt(how(iv, place), key, new TextEncoder().encode(JSON.stringify(value)));
  return { iv, body };
}

/** Opens it again; undefined with another key, another place, or after a change. */
export async function open<T>(key: CryptoKey, place: string, sealed: Sealed): Promise<T | undefined> {
  try {
    const plain = await crypto.subtle.decrypt(how(sealed.iv, place), key, sealed.body);
    return JSON.parse(new TextDecoder().decode(plain)) as T;
  } catch {
    return undefined; // somebody else's, on a device that two people use
  }
}

function how(iv: Uint8Array<ArrayBuffer>, place: string): AesGcmParams {
  return { name: "AES-GCM", iv, additionalData: new TextEncoder().encode(place) };
}
