import { t } from "../../i18n/t.ts";
import type { Seat } from "../../live/wire.ts";
import { Icon } from "../../ui/Icon.tsx";
import { Mark } from "../../ui/Mark.tsx";
import { Menu } from "../../ui/Menu.tsx";
import { initials } from "../../ui/marks.ts";
import { useHere } from "../here.ts";
import { partnersOf } from "../names.ts";

const EVERYONE = "everyone";

/** Who may speak. */
export function FloorMenu() {
  const { people, room, send } = useHere();
  const letters = initials(people.map((each) => each.name));
  const partners = partnersOf(people);
  const choices = [
    ...partners.map((person) => ({
      id: person.seat as string,
      name: t("leading.floor.to", { name: person.name }),
      note: t("leading.floor.listens", { names: others(partners, person.seat) }),
      mark: <Mark seat={person.seat} size="s" initial={letters[people.indexOf(person)] ?? ""} />,
      chosen: room.floor === person.seat,
    })),
    {
      id: EVERYONE,
      name: t("leading.floor.everyone"),
      mark: <Icon name="everyone" />,
      chosen: room.floor === null,
      ...(room.floor === null ? { note: t("leading.floor.now") } : {}),
    },
  ];
  return (
    <Menu
      label={t("leading.floor")}
      className="ctl"
      choices={choices}
      onChoose={(id) => void send({ type: "GiveFloor", data: { to: id === EVERYONE ? null : (id as Seat) } })}
    >
      <Icon name="floor" />
      {t("leading.floor")}
    </Menu>
  );
}

const others = (partners: readonly { seat: Seat; name: string }[], seat: Seat) =>
  partners
    .filter((each) => each.seat !== seat)
    .map((each) => each.name)
    .join(", ");
