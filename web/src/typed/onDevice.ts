import { useEffect, useMemo } from "react";
import { useDevice } from "../identity/device.ts";
import { DraftKeeper, type Server } from "../room/drafts/keeper.ts";

/** Small forms: what is typed lies on this device alone, sealed, until it is sent. */
const NOWHERE: Server = { all: async () => [], put: async () => true, drop: async () => true };

/** Keeps what is typed in a form through a reload and a sign-in. Undefined until the device's key is here. */
export function useOnDevice(place: string): DraftKeeper | undefined {
  const device = useDevice();
  const keeper = useMemo(() => device && new DraftKeeper(place, device.drafts, NOWHERE), [device, place]);
  useEffect(() => {
    if (!keeper) return;
    const rest = () => keeper.restAll();
    addEventListener("pagehide", rest);
    return () => removeEventListener("pagehide", rest);
  }, [keeper]);
  return keeper;
}
