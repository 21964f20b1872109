import { useEffect, useState } from "react";

/** The server's time, once in a while: a page that counts minutes must not believe the device's clock. */
export function useNow(serverNow: string, every = 15_000): number {
  const [device, setDevice] = useState(() => ({ clock: Date.parse(serverNow) - Date.now(), from: serverNow }));
  const [, tick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => tick((count) => count + 1), every);
    return () => clearInterval(timer);
  }, [every]);
  if (device.from !== serverNow) setDevice({ clock: Date.parse(serverNow) - Date.now(), from: serverNow });
  return Date.now() + device.clock;
}
