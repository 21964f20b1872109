import { Fragment } from "react";
import { longDay, time } from "../i18n/dates.ts";
import { t } from "../i18n/t.ts";
import { Mark } from "../ui/Mark.tsx";
import { initials } from "../ui/marks.ts";
import type { Message } from "./queries.ts";

export type Person = { seat: string; name: string };
type Props = { messages: readonly Message[]; people: readonly Person[]; me: string; zone: string };

/** What was written, from old to new, with a line between days. Nothing tells who has read it. */
export function Said({ messages, people, me, zone }: Props) {
  if (messages.length === 0) return <p className="meta">{t("messages.none")}</p>;
  let before = "";
  return (
    <ul className="thread">
      {messages.map((message) => {
        const day = longDay(message.at, zone);
        const isNew = day !== before;
        before = day;
        return (
          <Fragment key={message.id}>
            {isNew && <li className="daymark">{day}</li>}
            <One message={message} people={people} me={me} zone={zone} />
          </Fragment>
        );
      })}
    </ul>
  );
}

function One({ message, people, me, zone }: { message: Message; people: readonly Person[]; me: string; zone: string }) {
  const place = people.findIndex((each) => each.seat === message.by);
  const letters = initials(people.map((each) => each.name));
  const name = message.by === me ? t("messages.you") : (people[place]?.name ?? t("messages.left"));
  return (
    <li className="say">
      <Mark seat={message.by ?? ""} size="s" initial={letters[place] ?? ""} />
      <p className="meta">
        <span className="strong messages__name">{name}</span>{" "}
        <time dateTime={message.at}>{time(message.at, zone)}</time>
      </p>
      <p className="voice messages__text" dir="auto">
        {message.text}
      </p>
    </li>
  );
}
