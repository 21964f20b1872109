import { useState } from "react";
import type { Couple } from "../../couple/queries.ts";
import { list } from "../../i18n/dates.ts";
import { t } from "../../i18n/t.ts";
import { Button } from "../../ui/Button.tsx";
import { Choices } from "../../ui/Choices.tsx";
import { TextField } from "../../ui/Field.tsx";
import { Notice } from "../../ui/Notice.tsx";
import type { Review } from "../queries.ts";
import { over } from "./own.ts";
import { useAct } from "./useAct.ts";

const COMMENT_MAX = 1_000;

/** What the therapist does with it: say something, open, mark, put away. */
export function Acts({ couple, review }: { couple: Couple; review: Review }) {
  const { assignment } = review;
  const act = useAct(couple.id, assignment);
  const talked = assignment.parts.every((part) => part.state === "talked-about");
  return (
    <aside className="stack hwr__acts">
      <Comment couple={couple} review={review} />
      {assignment.together && (
        <div className="stack stack--xs">
          <Button block busy={act.isPending} onClick={() => act.mutate({ act: "open" })}>
            {t("homework.review.open")}
          </Button>
          <p className="meta">{t("homework.review.openHint")}</p>
        </div>
      )}
      {!talked && (
        <Button block busy={act.isPending} onClick={() => act.mutate({ act: "talked-about" })}>
          {t("homework.review.talked")}
        </Button>
      )}
      {!assignment.putAway && (
        <div className="stack stack--xs">
          <Button look="quiet" block busy={act.isPending} onClick={() => act.mutate({ act: "put-away" })}>
            {t("homework.review.putAway")}
          </Button>
          <p className="meta">{t("homework.review.putAwayHint")}</p>
        </div>
      )}
      {act.error && (
        <Notice look="alarm" spoken>
          <p>{t("homework.set.failed")}</p>
        </Notice>
      )}
    </aside>
  );
}

function Comment({ couple, review }: { couple: Couple; review: Review }) {
  const { assignment, comments } = review;
  const whose = couple.partners.filter((each) => assignment.parts.some((part) => part.seat === each.seat));
  const [text, setText] = useState("");
  const [to, setTo] = useState("all");
  const act = useAct(couple.id, assignment, () => setText(""));
  const written = text.trim();
  const tooMany = over(text, COMMENT_MAX);
  const may = written !== "" && tooMany === 0;
  const send = () => may && act.mutate({ act: "comment", text: written, ...(to === "all" ? {} : { to }) });
  return (
    <section className="paper stack">
      <TextField
        label={t("homework.review.comment")}
        value={text}
        error={tooMany > 0 ? t("homework.own.over", { over: tooMany }) : undefined}
        onChange={(event) => setText(event.target.value)}
      />
      {whose.length > 1 && (
        <Choices
          legend={t("homework.review.whoReads")}
          value={to}
          onChange={setTo}
          options={[
            { value: "all", name: t("homework.review.both") },
            ...whose.map(({ seat, name }) => ({ value: seat, name: t("homework.set.only", { name }) })),
          ]}
        />
      )}
      <Button look="primary" block notYet={!may} busy={act.isPending} onClick={send}>
        {t("homework.review.send")}
      </Button>
      {act.error && (
        <Notice look="alarm" spoken>
          <p>{t("homework.set.failed")}</p>
        </Notice>
      )}
      {comments.length > 0 && (
        <div className="stack stack--s">
          <h3 className="label">{t("homework.review.sent")}</h3>
          {comments.map((comment, at) => (
            <div key={at}>
              <p className="voice">{comment.text}</p>
              <p className="meta">{t("homework.review.sentTo", { names: list(readers(comment.to, whose)) })}</p>
            </div>
          ))}
        </div>
      )}
    </section>
  );
}

const readers = (to: string | undefined, whose: readonly { seat: string; name: string }[]) =>
  whose.filter((each) => to === undefined || each.seat === to).map((each) => each.name);
