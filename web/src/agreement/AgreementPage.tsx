import { getRouteApi, Link } from "@tanstack/react-router";
import { useId, useState } from "react";
import { plainDate } from "../i18n/dates.ts";
import { t } from "../i18n/t.ts";
import { diff } from "../room/steps/agree/words.ts";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { Icon } from "../ui/Icon.tsx";
import { writtenText } from "./AgreementsPage.tsx";
import { holding } from "./agreements.ts";
import { Found } from "./Found.tsx";
import { AllSee, nameAt, Signatures, useAct } from "./parts.tsx";
import type { Agreement, Agreements, Version } from "./queries.ts";
import { Weeks, weeksText } from "./Weeks.tsx";

const route = getRouteApi("/inside/agreements/$id");

/** One agreement: its words and signatures, how it went, and what either of them may do with it. */
export default function AgreementPage() {
  const { id } = route.useParams();
  const [version, setVersion] = useState<number | null>(null);
  return (
    <Found id={id} className="ag__wrap">
      {(one, all) => {
        const shown = one.versions[version ?? one.versions.length - 1];
        return (
          <>
            <Document one={one} all={all} shown={shown} />
            <aside className="stack stack--l">
              {one.state !== "being-written" && <HowItWent one={one} all={all} />}
              {one.state === "in-force" && <Look one={one} all={all} />}
              {one.versions.length > 0 && <Versions one={one} current={shown} onChoose={setVersion} />}
              {one.state !== "ended" && <Change one={one} all={all} />}
            </aside>
          </>
        );
      }}
    </Found>
  );
}

type Props = { one: Agreement; all: Agreements };

function Document({ one, all, shown }: Props & { shown: Version | undefined }) {
  const at = shown ? one.versions.indexOf(shown) : -1;
  const before = shown && shown !== one.versions.at(-1) ? one.versions[at + 1] : undefined;
  const lines = shown?.lines ?? holding(one);
  return (
    <article className="paper paper--lift ag__doc">
      <div className="row row--between row--wrap">
        <AllSee members={all.members} />
        <State one={one} />
      </div>
      <h1 className="title">{shown?.name || one.title}</h1>
      <p className="meta">{shown ? t("agreements.versionIs", { n: at + 1 }) : writtenText(one)}</p>
      <ol>
        {lines.map((line, i) => (
          <li key={i} className="ag__clause">
            <span className="ag__n" aria-hidden="true">
              {i + 1}
            </span>
            <p>{before ? <Changed from={line} to={before.lines[i] ?? ""} /> : line}</p>
          </li>
        ))}
      </ol>
      {before && <p className="meta">{t("agreements.changedLater", { n: at + 2 })}</p>}
      <Signatures all={all} signed={shown?.signed ?? one.signed} />
      {one.state === "ended" && <p className="meta">{t("agreements.endedAbout")}</p>}
    </article>
  );
}

/** What became of a sentence in the version after it. */
function Changed({ from, to }: { from: string; to: string }) {
  return diff(from, to).map((piece, i) =>
    piece.kind === "same" ? (
      <span key={i}>{piece.text}</span>
    ) : piece.kind === "out" ? (
      <del key={i}>{piece.text}</del>
    ) : (
      <ins key={i}>{piece.text}</ins>
    ),
  );
}

function State({ one }: { one: Agreement }) {
  const since = one.versions.at(-1)?.on;
  if (one.endedOn) {
    return (
      <span className="status">
        <Icon name="leave" />
        {t("agreements.endedOn", { day: plainDate(one.endedOn) })}
      </span>
    );
  }
  return since ? (
    <span className="status">
      <Icon name="check" />
      {t("agreements.since", { day: plainDate(since) })}
    </span>
  ) : (
    <span className="status">
      <Icon name="pen" />
      {t("agreements.beingWritten")}
    </span>
  );
}

function HowItWent({ one, all }: Props) {
  return (
    <section className="stack stack--s">
      <h2 className="label">{t("agreements.howItWent")}</h2>
      <Weeks agreement={one} week={all.week} />
      <p className="meta">
        {weeksText(one)} {t("agreements.onlyBoth")}
      </p>
      {one.state === "in-force" && (
        <Link to="/agreements/$id/week" params={{ id: one.id }} className="btn btn--secondary">
          {t("agreements.yourMark")}
        </Link>
      )}
      {one.reviews.toReversed().map((review) => (
        <p key={review.on} className="meta">
          {t("agreements.lookedAt", {
            day: plainDate(review.on),
            answers: review.answers
              .map(({ seat, answer }) =>
                t("agreements.oneSaid", { name: nameAt(all, seat), answer: t(`agreements.answer-${answer}`) }),
              )
              .join(" "),
          })}
        </p>
      ))}
    </section>
  );
}

function Look({ one, all }: Props) {
  const id = useId();
  const { busy, does, trouble } = useAct(one.id);
  const [on, setOn] = useState<string | null>(null);
  return (
    <section className="stack stack--s">
      <h2 className="label">{t("agree.review")}</h2>
      {one.lookOn && (
        <p>
          {one.lookOn >= all.today
            ? t("agreements.lookDay", { day: plainDate(one.lookOn), therapist: nameAt(all, "therapist") })
            : t("agreements.looksNow")}
        </p>
      )}
      <Link to="/agreements/$id/look" params={{ id: one.id }} className="btn btn--secondary">
        {t("agreements.lookNow")}
      </Link>
      {on === null ? (
        <Button look="quiet" onClick={() => setOn(one.lookOn ?? "")}>
          {t("agreements.otherDay")}
        </Button>
      ) : (
        <div className="row row--wrap">
          <label htmlFor={id} className="vh">
            {t("agreements.day")}
          </label>
          <input
            id={id}
            type="date"
            className="field ag__day"
            min={all.today}
            value={on}
            onChange={(event) => setOn(event.target.value)}
          />
          <Button
            busy={busy}
            notYet={on <= all.today}
            onClick={() => void does({ act: "look-on", on }).then((done) => done && setOn(null))}
          >
            {t("agreements.setDay")}
          </Button>
        </div>
      )}
      {trouble}
    </section>
  );
}

type VersionsProps = { one: Agreement; current: Version | undefined; onChoose(version: number): void };

function Versions({ one, current, onChoose }: VersionsProps) {
  return (
    <section>
      <h2 className="label">{t("agreements.versions")}</h2>
      <ul className="ag__versions">
        {one.versions
          .map((version, at) => (
            <li key={at}>
              <button type="button" aria-current={version === current || undefined} onClick={() => onChoose(at)}>
                {t("agreements.versionName", { n: at + 1 })}
                <span className="meta">{plainDate(version.on)}</span>
              </button>
            </li>
          ))
          .toReversed()}
      </ul>
    </section>
  );
}

function Change({ one, all }: Props) {
  const { busy, does, trouble } = useAct(one.id);
  const [asks, setAsks] = useState(false);
  return (
    <section className="stack stack--s">
      {one.textOpen ? (
        <Link to="/agreements/$id/words" params={{ id: one.id }} className="btn btn--secondary">
          {t("agreements.goOnWriting")}
        </Link>
      ) : (
        <OpenText one={one} />
      )}
      {one.endsOn ? (
        <>
          <p>{t("agreements.youLetGo", { day: plainDate(one.endsOn) })}</p>
          <Button busy={busy} onClick={() => void does({ act: "keep-on" })}>
            {t("agreements.takeBack")}
          </Button>
        </>
      ) : (
        <Button look="quiet" onClick={() => setAsks(true)}>
          {t("agreements.letGo")}
        </Button>
      )}
      <p className="meta">{t("agreements.eitherCan")}</p>
      {trouble}
      <Dialog
        open={asks}
        onClose={() => setAsks(false)}
        title={t("agreements.letGoTitle")}
        foot={
          <>
            <Button busy={busy} onClick={() => void does({ act: "let-go" }).then((done) => done && setAsks(false))}>
              {t("agreements.letGoYes")}
            </Button>
            <Button onClick={() => setAsks(false)}>{t("agreements.notNow")}</Button>
          </>
        }
      >
        <p>{t("agreements.letGoAbout", { partner: othersOf(all) })}</p>
      </Dialog>
    </section>
  );
}

export const othersOf = ({ members, you }: Agreements) =>
  members
    .filter((one) => one.seat.startsWith("partner-") && one.seat !== you)
    .map((one) => one.name)
    .join(" / ");

/** Opens the text and goes there. */
export function OpenText({ one }: { one: Agreement }) {
  const navigate = route.useNavigate();
  const { busy, does, trouble } = useAct(one.id);
  return (
    <>
      <Button
        look="secondary"
        busy={busy}
        onClick={() =>
          void does({ act: "open-text" }).then((done) => {
            if (done) void navigate({ to: "/agreements/$id/words", params: { id: one.id } });
          })
        }
      >
        {t("agreements.openText")}
      </Button>
      {trouble}
    </>
  );
}
