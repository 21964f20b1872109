import { useQuery } from "@tanstack/react-query";
import { answer, api } from "../api/client.ts";
import { type Device, passingDevice, sealedDevice } from "../live/outbox.ts";
import { importKey } from "../live/seal.ts";
import { useSession } from "./session.ts";

/**
 * What this device keeps for the person: unsent acts and drafts, sealed. The key is in memory only, so a device that is
 * locked, or reloaded without a network, keeps everything shut. Undefined until the key is here.
 */
export function useDevice(): Device | undefined {
  const { person } = useSession();
  return useQuery({
    queryKey: ["device", person.id],
    queryFn: openDevice,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
  }).data;
}

async function openDevice(): Promise<Device> {
  const { key } = await answer(api.GET("/session/seal-key"));
  return sealedDevice(await importKey(key)).catch(passingDevice);
}
