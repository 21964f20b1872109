// The words that go with the questions of a check-in, which come from the server.
import { plainDate } from "../i18n/dates.ts";
import { has, type Key, t } from "../i18n/t.ts";
import type { Names } from "../room/exercise.ts";
import type { Look, Partner } from "./queries.ts";

/** The first names that a question's places stand for. */
export function namesOf(members: readonly Partner[], you: string): Names {
  const name = (seat: string) => members.find((member) => member.seat === seat)?.name ?? "";
  const others = members.filter((member) => member.seat.startsWith("partner-") && member.seat !== you);
  return { me: name(you), partner: others.map((other) => other.name).join(" / "), therapist: name("therapist") };
}

/** The short name of a question, for a tab or a line. An unknown one keeps its id. */
export const itemName = (id: string) => words(`checkin.${id}`, id);
/** A question's chart, to the therapist. */
export const itemTitle = (id: string) => words(`checkin.${id}Title`, id);
/** A question's chart, to the couple. */
export const itemOurs = (id: string) => words(`checkin.${id}Ours`, id);

function words(key: string, otherwise: string): string {
  return has(key) ? t(key as Key & "checkin.closeness") : otherwise;
}

/** What is worth a look, in one line. */
export function lookText(look: Look, partners: readonly Partner[]): string {
  const says = look.says ?? words(`checkin.${look.rule}`, look.rule);
  const name = partners.find((partner) => partner.seat === look.who)?.name;
  if (name === undefined) return says;
  return look.item === undefined
    ? t("checkin.lookWho", { says, name })
    : t("checkin.lookItem", { says, name, item: itemName(look.item).toLowerCase() });
}

/** When it was told. */
export function lookDay(look: Look): string {
  const day = plainDate(look.on);
  return look.rule === "low-scale" ? t("checkin.lookSession", { day }) : t("checkin.lookWeek", { day });
}
