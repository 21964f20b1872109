import { time } from "../../i18n/dates.ts";
import { t } from "../../i18n/t.ts";
import { Notes } from "../../notes/Notes.tsx";
import { Tabs } from "../../ui/Tabs.tsx";
import { Chat } from "../Chat.tsx";
import { useHere } from "../here.ts";

export type Panel = "notes" | "chat";

type Props = { panel: Panel; onPanel(panel: Panel): void; unread: number; focusChat: boolean; onClose(): void };

/** Beside the stage: one's own notes, or the chat of all three. */
export function Side({ panel, onPanel, unread, focusChat, onClose }: Props) {
  const { info, people } = useHere();
  const tabs = [
    {
      id: "notes",
      name: t("notes.title"),
      panel: info.coupleId && (
        <Notes couple={info.coupleId} room={info.id} people={people} at={(note) => time(note.at, info.zone)} />
      ),
    },
    {
      id: "chat",
      name: unread > 0 ? t("room.chat.new", { unread }) : t("room.chat.name"),
      panel: <Chat focus={focusChat} onClose={onClose} />,
    },
  ];
  return (
    <div className="rside">
      <Tabs
        label={t("leading.panels")}
        tabs={tabs}
        current={panel}
        onChange={(id) => onPanel(id === "chat" ? "chat" : "notes")}
        compact
      />
    </div>
  );
}
