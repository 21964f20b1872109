import { t } from "../i18n/t.ts";
import { Icon } from "./Icon.tsx";
import { useSaidOnChange } from "./say.ts";

export type Saving = "quiet" | "saved" | "saving" | "kept";

const LOOK = { saved: "saved", saving: "saving", kept: "device" } as const;

/** Whether the words are safe. Spoken only when they are kept on the device, and when they are not any more. */
export function SaveState({ state }: { state: Saving }) {
  useSaidOnChange(state === "kept" ? t("ui.kept") : t("ui.saved"));
  if (state === "quiet") return null;
  return (
    <p className="status">
      <Icon name={LOOK[state]} />
      {t(`ui.${state}`)}
    </p>
  );
}
