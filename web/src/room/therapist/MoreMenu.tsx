import { useState } from "react";
import { t } from "../../i18n/t.ts";
import { Icon } from "../../ui/Icon.tsx";
import { type Choice, Menu } from "../../ui/Menu.tsx";
import { useHere } from "../here.ts";
import { partnersOf } from "../names.ts";
import type { Running } from "../Stage.tsx";
import { Adapt, wordsOf } from "./Adapt.tsx";

/** What is needed more rarely. */
export function MoreMenu({ running }: { running: Running | undefined }) {
  const { people, room, send } = useHere();
  const [adapts, setAdapts] = useState(false);
  const step = running?.steps.find((each) => each.common.id === running.run.current);
  const partners = partnersOf(people);
  const asks = step && "sharing" in step;
  const choices: Choice[] = [
    { id: "door", name: t("leading.door.letIn"), note: t("leading.door.letInNote") },
    ...partners.map((person) => ({
      id: person.seat as string,
      name: t("leading.alone.begin", { name: person.name }),
      note: t("leading.alone.beginNote"),
    })),
    ...(step && wordsOf(step).length > 0 ? [{ id: "adapt", name: t("leading.adapt") }] : []),
    ...(asks ? [{ id: "round", name: t("leading.round"), note: t("leading.round.note") }] : []),
    ...(running
      ? [
          { id: "rest", name: t("leading.rest"), note: t("leading.rest.note") },
          { id: "finish", name: t("leading.finish"), note: t("leading.finish.note") },
        ]
      : []),
  ];
  function choose(id: string) {
    const partner = partners.find((each) => each.seat === id);
    if (partner) void send({ type: "SpeakAlone", data: { with: partner.seat } });
    else if (id === "door") void send({ type: "OpenRoom", data: {} });
    else if (id === "adapt") setAdapts(true);
    else if (id === "rest") void send({ type: "GoOnNextTime", data: {} });
    else if (id === "finish") void send({ type: "EndExercise", data: {} });
    else if (id === "round" && step) void send({ type: "OpenStep", data: { step: step.common.id } });
  }
  return (
    <>
      <Menu label={t("leading.more")} className="ctl" choices={choices} onChoose={choose}>
        <Icon name="more" />
        {t("leading.more")}
      </Menu>
      {step && (
        <Adapt
          key={`${room.run?.number}/${step.common.id}`}
          step={step}
          open={adapts}
          onClose={() => setAdapts(false)}
        />
      )}
    </>
  );
}
