import { useState } from "react";
import { t } from "../../i18n/t.ts";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { useHere } from "../here.ts";
import { nameOf, partnersOf } from "../names.ts";

/** What somebody has asked of the therapist alone. Nothing of it is on the others' screens. */
export function AskedFor() {
  const { room, people, send } = useHere();
  const [seen, setSeen] = useState<readonly string[]>([]);
  if (room.alone) return null;
  const open = room.asked.filter((each) => each.what !== "pause" && !seen.includes(each.at + each.by));
  const other = (seat: string) => partnersOf(people).find((each) => each.seat !== seat);
  return open.map((each) => {
    const first = other(each.by);
    return (
      <div key={each.at + each.by} className="rmoved">
        <Notice
          spoken
          title={t(`leading.asked.${each.what === "help" ? "help" : "alone"}`, { name: nameOf(people, each.by) })}
        >
          <p>{t("leading.asked.onlyYou")}</p>
          <div className="acts">
            {partnersOf(people).map((person) => (
              <Button
                key={person.seat}
                size="compact"
                onClick={() => void send({ type: "SpeakAlone", data: { with: person.seat } })}
              >
                {t(person === first ? "leading.asked.beginOther" : "leading.asked.begin", { name: person.name })}
              </Button>
            ))}
            <Button look="quiet" size="compact" onClick={() => setSeen([...seen, each.at + each.by])}>
              {t("leading.asked.later")}
            </Button>
          </div>
        </Notice>
      </div>
    );
  });
}
