import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { Asked } from "../api/Asked.tsx";
import { answer, api } from "../api/client.ts";
import { plainDate } from "../i18n/dates.ts";
import { t } from "../i18n/t.ts";
import { NothingHere } from "../identity/pages.tsx";
import { roleOf, useSession } from "../identity/session.ts";
import { StaffFrame } from "../practice/Frame.tsx";
import { queries } from "../queries.ts";
import { DraftsContext, useDraft } from "../room/drafts/useDraft.tsx";
import { useOnDevice } from "../typed/onDevice.ts";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { FieldError, TextField } from "../ui/Field.tsx";
import { Icon } from "../ui/Icon.tsx";
import { Notice } from "../ui/Notice.tsx";
import { saysOf } from "./instruments.ts";
import { Preview } from "./Preview.tsx";
import { instrumentQuery, instrumentsQuery, type InstrumentPage as Page } from "./queries.ts";
import "./instruments.css";

const route = getRouteApi("/inside/instruments/$id");

/** What a file says, who stands for the right to use it, and one of its questions as it will be seen. */
export default function InstrumentPage() {
  if (roleOf(useSession()) !== "therapist") return <NothingHere />;
  return (
    <StaffFrame>
      <Found />
    </StaffFrame>
  );
}

function Found() {
  const { id } = route.useParams();
  const page = useQuery(instrumentQuery(id));
  return (
    <Asked of={page}>
      {(data) => (
        <>
          <h1 className="title title28">{data.says.name}</h1>
          <p className="meta cmeta">{stateText(data)}</p>
          <div className="i28">
            <div className="stack stack--xl">
              <Says page={data} />
              {data.state === "draft" ? <Permission page={data} /> : <Confirmed page={data} />}
            </div>
            <Preview instrument={data.says} />
          </div>
        </>
      )}
    </Asked>
  );
}

function stateText(page: Page): string {
  const version = String(page.says.version);
  if (page.withdrawnOn) return t("instruments.withdrawnOn", { version, day: plainDate(page.withdrawnOn) });
  if (page.confirmedOn) {
    const name = page.confirmedBy ?? "";
    return t("instruments.confirmedOn", { version, name, day: plainDate(page.confirmedOn) });
  }
  return t("instruments.importedOn", { day: plainDate(page.importedOn) });
}

function Says({ page }: { page: Page }) {
  return (
    <section className="stack">
      <h2 className="subhead">{t("instruments.says")}</h2>
      <ul className="ok28">
        {saysOf(page.says).map((line) => (
          <li key={line}>
            <Icon name="check" />
            <span>{line}</span>
          </li>
        ))}
      </ul>
      <p className="meta">{t("instruments.source", { source: page.says.source })}</p>
      <p className="meta">{t("instruments.holder", { holder: page.says.holder })}</p>
    </section>
  );
}

/** Sends an act and shows what came of it; false: it was not kept. */
function useAct(id: string) {
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  async function act(sent: Promise<unknown>): Promise<boolean> {
    setBusy(true);
    setFailed(false);
    try {
      await sent;
      await queries.invalidateQueries({ queryKey: instrumentQuery(id).queryKey });
      void queries.invalidateQueries({ queryKey: instrumentsQuery.queryKey, exact: true });
      return true;
    } catch {
      setFailed(true);
      return false;
    } finally {
      setBusy(false);
    }
  }
  return { busy, failed, act };
}

const LONGEST_PERMISSION = 2000;

/** What is typed here and left stays on this device until somebody stands for it. */
function Permission({ page }: { page: Page }) {
  const keeper = useOnDevice(`permission|${page.id}`);
  return (
    <DraftsContext value={keeper ?? null}>
      <Standing page={page} />
    </DraftsContext>
  );
}

function Standing({ page }: { page: Page }) {
  const draft = useDraft("words", `${page.says.holder}. ${page.says.permission}`);
  const words = draft.text;
  const [sure, setSure] = useState(false);
  const [tried, setTried] = useState(false);
  const { busy, failed, act } = useAct(page.id);
  const missing = words.trim() === "";
  function use() {
    setTried(true);
    if (missing || !sure) return;
    const params = { path: { instrumentId: page.id } };
    void act(
      answer(api.PUT("/instruments/{instrumentId}/permission", { params, body: { permission: words } })).then(
        draft.done,
      ),
    );
  }
  return (
    <section className="stack">
      <h2 className="subhead">{t("instruments.permission")}</h2>
      <TextField
        label={t("instruments.permissionLabel")}
        value={words}
        maxLength={LONGEST_PERMISSION}
        rows={4}
        onChange={(event) => draft.set(event.target.value)}
        onBlur={draft.rest}
        error={missing ? t("instruments.permissionMissing") : undefined}
      />
      <label className="check">
        <input type="checkbox" checked={sure} onChange={(event) => setSure(event.target.checked)} />
        <span>
          {t("instruments.confirm")}
          <br />
          <span className="hint">{t("instruments.confirmAbout")}</span>
        </span>
      </label>
      {tried && !sure && <FieldError id="sure">{t("instruments.confirmMissing")}</FieldError>}
      {failed && <Notice spoken>{t("instruments.notSaved")}</Notice>}
      <div className="acts">
        <Button look="primary" busy={busy} notYet={missing || !sure} aria-describedby="until" onClick={use}>
          {t("instruments.use")}
        </Button>
        <Link to="/instruments" className="btn btn--secondary">
          {t("instruments.keep")}
        </Link>
        <ThrowAway page={page} />
      </div>
      <p className="meta" id="until">
        {t("instruments.untilThen")}
      </p>
    </section>
  );
}

function ThrowAway({ page }: { page: Page }) {
  const navigate = useNavigate();
  const [asking, setAsking] = useState(false);
  const [failed, setFailed] = useState(false);
  async function throwAway() {
    setFailed(false);
    try {
      await answer(api.DELETE("/instruments/{instrumentId}", { params: { path: { instrumentId: page.id } } }));
      await queries.invalidateQueries({ queryKey: instrumentsQuery.queryKey, exact: true });
      await navigate({ to: "/instruments" });
    } catch {
      setFailed(true);
    }
  }
  return (
    <>
      <Button look="quiet" onClick={() => setAsking(true)}>
        {t("instruments.throwAway")}
      </Button>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t("instruments.throwAwayAsk")}
        foot={
          <>
            <Button onClick={() => setAsking(false)}>{t("instruments.notNow")}</Button>
            <Button look="alarm" onClick={() => void throwAway()}>
              {t("instruments.throwAway")}
            </Button>
          </>
        }
      >
        <p>{t("instruments.throwAwayAbout")}</p>
        {failed && <Notice spoken>{t("instruments.notSaved")}</Notice>}
      </Dialog>
    </>
  );
}

function Confirmed({ page }: { page: Page }) {
  const { busy, failed, act } = useAct(page.id);
  const inUse = page.state === "in-use";
  const params = { path: { instrumentId: page.id } };
  return (
    <section className="stack">
      <h2 className="subhead">{t("instruments.permission")}</h2>
      <p className="told">{page.permission}</p>
      {failed && <Notice spoken>{t("instruments.notSaved")}</Notice>}
      <div className="acts">
        <Button
          busy={busy}
          aria-describedby="withdraw"
          onClick={() => void act(answer(api.PUT("/instruments/{instrumentId}/use", { params, body: { on: !inUse } })))}
        >
          {t(inUse ? "instruments.withdraw" : "instruments.useAgain")}
        </Button>
      </div>
      {inUse && (
        <p className="meta" id="withdraw">
          {t("instruments.withdrawAbout")}
        </p>
      )}
    </section>
  );
}
