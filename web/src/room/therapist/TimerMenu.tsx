import { t } from "../../i18n/t.ts";
import { Icon } from "../../ui/Icon.tsx";
import { type Choice, Menu } from "../../ui/Menu.tsx";
import { useHere } from "../here.ts";

const MINUTES = [1, 2, 3, 5, 10];

/** A timer invites, it never cuts anyone off. */
export function TimerMenu() {
  const { room, send } = useHere();
  const running: Choice[] =
    room.timer === null
      ? []
      : [
          { id: "add", name: t("leading.timer.add") },
          { id: "clear", name: t("leading.timer.clear") },
        ];
  const choices = [
    ...running,
    ...MINUTES.map((minutes) => ({ id: String(minutes), name: t("leading.timer.set", { minutes }) })),
  ];
  function choose(id: string) {
    if (id === "add") void send({ type: "AddMinute", data: {} });
    else if (id === "clear") void send({ type: "ClearTimer", data: {} });
    else void send({ type: "SetTimer", data: { seconds: Number(id) * 60 } });
  }
  return (
    <Menu label={t("leading.timer")} className="ctl" choices={choices} onChoose={choose}>
      <Icon name="timer" />
      {t("leading.timer")}
    </Menu>
  );
}
