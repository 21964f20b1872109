import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useCallback, useId, useState } from "react";
import { Asked } from "../api/Asked.tsx";
import type { Schemas } from "../api/client.ts";
import { rich, t } from "../i18n/t.ts";
import { NothingHere } from "../identity/pages.tsx";
import { roleOf, useSession } from "../identity/session.ts";
import { PartnerFrame } from "../partner/Frame.tsx";
import { homeQuery } from "../partner/queries.ts";
import { Saver } from "../typed/saver.ts";
import { asItIsNow, Elsewhere, SavedState, useSaver } from "../typed/Typed.tsx";
import { Button } from "../ui/Button.tsx";
import { Icon } from "../ui/Icon.tsx";
import { Seen } from "../ui/Seen.tsx";
import { KeptPage } from "./KeptPage.tsx";
import { journalQuery, LONGEST, savePage } from "./queries.ts";
import "./journal.css";

type Journal = Schemas["Journal"];

/** What somebody writes for themself. Nothing of it is ever kept on the device. */
export default function JournalPage() {
  const session = useSession();
  const journal = useQuery(journalQuery);
  const [begun, setBegun] = useState("");
  if (roleOf(session) !== "client") return <NothingHere />;
  return (
    <PartnerFrame className="journal">
      <div className="row">
        <Link to="/" className="btn btn--quiet btn--icon" aria-label={t("ui.back")}>
          <Icon name="back" />
        </Link>
        <h1 className="title">{t("journal.title")}</h1>
      </div>
      <Asked of={journal}>
        {(data) => (
          <>
            <Today onBegin={setBegun} />
            <Earlier journal={data} begun={begun} />
            <p className="meta">
              {rich("journal.watched", {
                a: (words) => (
                  <Link to="/help" className="plainlink">
                    {words}
                  </Link>
                ),
              })}
            </p>
          </>
        )}
      </Asked>
    </PartnerFrame>
  );
}

type Begun = { id: string; saver: Saver };

function begin(): Begun {
  const id = crypto.randomUUID();
  return { id, saver: new Saver("", 0, LONGEST, (text, on) => savePage(id, text, on)) };
}

/** The page of now. It is there as soon as it is typed; keeping it turns to the next. */
function Today({ onBegin }: { onBegin(id: string): void }) {
  const queries = useQueryClient();
  const id = useId();
  const [page, setPage] = useState(begin);
  const { text } = useSaver(page.saver);
  const find = useCallback(
    async () => (await asItIsNow(queries, journalQuery)).pages.find((one) => one.id === page.id),
    [queries, page.id],
  );
  async function keep() {
    await page.saver.rest();
    // What could not be saved stays in the field, and says so.
    if (page.saver.isBehind) return;
    await queries.invalidateQueries({ queryKey: journalQuery.queryKey });
    const next = begin();
    onBegin(next.id);
    setPage(next);
  }
  return (
    <section className="stack">
      <div className="fieldset">
        <label htmlFor={id}>{t("journal.today")}</label>
        <textarea
          id={id}
          className="field journal__field"
          autoComplete="off"
          dir="auto"
          aria-describedby={`${id}-seen`}
          value={text}
          onChange={(event) => {
            onBegin(page.id);
            page.saver.type(event.target.value);
          }}
          onBlur={() => void page.saver.rest()}
        />
      </div>
      <OnlyYou id={`${id}-seen`} />
      <Elsewhere saver={page.saver} find={find} />
      <div className="row row--between row--wrap">
        <Button look="primary" notYet={text.trim() === ""} aria-describedby={`${id}-how`} onClick={() => void keep()}>
          {t("journal.keep")}
        </Button>
        {text === "" ? (
          <p className="meta" id={`${id}-how`}>
            {t("journal.begin")}
          </p>
        ) : (
          <SavedState saver={page.saver} />
        )}
      </div>
    </section>
  );
}

/** Whoever else sits in the case is named as not reading it. */
function OnlyYou({ id }: { id: string }) {
  const { person } = useSession();
  const home = useQuery(homeQuery).data;
  const others = home?.members.filter((one) => one.seat !== home.you).toReversed() ?? [];
  const people = home?.members.map((one) => ({ ...one, on: one.seat === home.you })) ?? [
    { seat: "partner-1", name: person.shortName },
  ];
  const nobody = others.map(({ name }, i) => t(i === 0 ? "journal.not" : "journal.norNot", { name })).join(", ");
  return (
    <Seen id={id} people={people} spoken={t("journal.spoken")}>
      {nobody === "" ? (
        <b>{t("journal.spoken")}</b>
      ) : (
        rich("journal.seen", { b: (words) => <b>{words}</b> }, { nobody })
      )}
    </Seen>
  );
}

function Earlier({ journal, begun }: { journal: Journal; begun: string }) {
  const pages = journal.pages.filter((page) => page.id !== begun);
  if (pages.length === 0) return <p className="meta">{t("journal.none")}</p>;
  return (
    <div className="journal__old">
      {pages.map((page) => (
        <KeptPage key={page.id} page={page} journal={journal} />
      ))}
    </div>
  );
}
