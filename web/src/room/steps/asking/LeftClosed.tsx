import { type ReactNode, useId, useState } from "react";
import { rich, t } from "../../../i18n/t.ts";
import type { Answer, RoomCommand, Seat, Where } from "../../../live/wire.ts";
import { Button } from "../../../ui/Button.tsx";
import { Icon } from "../../../ui/Icon.tsx";
import { Mark } from "../../../ui/Mark.tsx";
import { initials } from "../../../ui/marks.ts";
import { Notice } from "../../../ui/Notice.tsx";
import { Seen } from "../../../ui/Seen.tsx";
import { fieldOf, useDraft } from "../../drafts/useDraft.tsx";
import type { Days, Outcome, Person } from "../props.ts";
import type { AskingWork } from "./asking.ts";
import { nameOf, namesFor, sitting } from "./who.ts";
import "./asking.css";

export const bold = { b: (inner: ReactNode) => <b>{inner}</b> };

/** As long as the server takes. */
const SHARED_MAX = 1500;

type Props = {
  where: Where;
  me: Seat;
  people: readonly Person[];
  work: Pick<AskingWork, "last" | "shared">;
  /** How one's own answer looks. */
  mine(value: Answer): ReactNode;
  days: Days;
  send(command: RoomCommand): Promise<Outcome>;
};

/** The same sentence whether one had answered, both, or nobody; own words stay with their author. */
export function LeftClosed(props: Props) {
  const [looks, setLooks] = useState(false);
  const { work, me, people } = props;
  return (
    <div className="closed">
      <div className="closed__mid">
        {looks ? (
          <Mine {...props} onBack={() => setLooks(false)} />
        ) : (
          <>
            <span className="closed__shut" aria-hidden="true">
              <Icon name="lock" size="l" />
            </span>
            <h2 className="title" tabIndex={-1} data-step-heading>
              {t("asking.closed")}
            </h2>
            <p className="lead">{t("asking.closed.nothing")}</p>
            <Seen people={sitting(people, (seat) => seat === me)} spoken={t("asking.closed.seen")}>
              {rich("asking.closed.seen", bold)}
            </Seen>
            <div className="acts">
              <Button onClick={() => setLooks(true)}>{t("asking.closed.look")}</Button>
            </div>
            <p className="meta">{t("asking.closed.free")}</p>
          </>
        )}
        <Shared people={people} shared={work.shared} me={me} />
      </div>
    </div>
  );
}

function Mine({ where, me, people, work, mine, days, send, onBack }: Props & { onBack(): void }) {
  const id = useId();
  const draft = useDraft(fieldOf(where, "shared"));
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);

  async function share() {
    setBusy(true);
    const outcome = await send({ type: "ShareMine", data: { where, text: draft.text.trim() } });
    setBusy(false);
    setFailed(outcome !== "done");
    if (outcome === "done") {
      draft.done();
      onBack();
    }
  }
  return (
    <>
      <h2 className="title" tabIndex={-1} data-step-heading>
        {t("asking.closed.mine")}
      </h2>
      {work.last ? (
        <div className="closed__mine voice">{mine(work.last)}</div>
      ) : (
        <p className="lead">{t("asking.closed.mineNone")}</p>
      )}
      <Seen people={sitting(people, (seat) => seat === me)} spoken={t("asking.closed.mineSeen")}>
        {rich("asking.closed.mineSeen", bold)}
      </Seen>
      <div className="fieldset closed__wide">
        <label htmlFor={id}>{t("asking.closed.share")}</label>
        <p className="hint" id={`${id}-hint`}>
          {t("asking.closed.shareHint")}
        </p>
        <textarea
          id={id}
          className="field"
          autoComplete="off"
          maxLength={SHARED_MAX}
          aria-describedby={`${id}-hint`}
          value={draft.text}
          onChange={(event) => draft.set(event.target.value)}
          onBlur={draft.rest}
        />
      </div>
      <div className="acts">
        <Button busy={busy} notYet={draft.text.trim() === ""} onClick={() => void share()}>
          {t(days ? "asking.days.shareWith" : "asking.closed.shareWith", namesFor(people, me))}
        </Button>
        <Button look="quiet" onClick={onBack}>
          {t("asking.closed.keep")}
        </Button>
      </div>
      {failed && (
        <Notice look="plain" spoken>
          <p>{t("asking.refused.other")}</p>
        </Notice>
      )}
    </>
  );
}

type SharedProps = { people: readonly Person[]; shared: AskingWork["shared"]; me: Seat };

/** What somebody said of their own free will, for all three. */
export function Shared({ people, shared, me }: SharedProps) {
  const letters = initials(people.map((each) => each.name));
  if (shared.length === 0) {
    return null;
  }
  return (
    <ul className="closed__shared" aria-label={t("asking.said")}>
      {shared.map((each, i) => (
        <li key={i} className="say">
          <Mark
            seat={each.by}
            size="s"
            initial={letters[people.findIndex((person) => person.seat === each.by)] ?? ""}
          />
          <p className="voice">{each.text}</p>
          <p className="meta">
            {each.by === me
              ? t("asking.closed.youShared")
              : t("asking.closed.shared", { name: nameOf(people, each.by) })}
          </p>
        </li>
      ))}
    </ul>
  );
}

/** The therapist's side of it. A closed step says nothing about either of them, here too. */
export function LeftClosedNotices() {
  return (
    <>
      <Notice look="plain" icon="lock">
        <p>{rich("asking.closed.therapist", bold)}</p>
      </Notice>
      <div className="tview__hint">
        <Notice look="plain">
          <p>{rich("asking.closed.help", bold)}</p>
        </Notice>
      </div>
    </>
  );
}
