import { useNavigate } from "@tanstack/react-router";
import { type DragEvent, useRef, useState } from "react";
import example from "../../../src/main/resources/instruments/example.yaml?raw";
import { answer, api, Refused } from "../api/client.ts";
import { t } from "../i18n/t.ts";
import { NothingHere } from "../identity/pages.tsx";
import { roleOf, useSession } from "../identity/session.ts";
import { StaffFrame } from "../practice/Frame.tsx";
import { queries } from "../queries.ts";
import { Button } from "../ui/Button.tsx";
import { Icon } from "../ui/Icon.tsx";
import { Notice } from "../ui/Notice.tsx";
import { instrumentsQuery, type Wrong } from "./queries.ts";
import "./instruments.css";

/** With what JSON adds to it, the server takes no more. */
const MOST_BYTES = 48 * 1024;

type Outcome =
  | { kind: "mistakes"; file: string; mistakes: readonly Wrong[] }
  | { kind: "trouble"; says: "tooLarge" | "unreadable" | "versionThere" | "notSaved" };

/** Brings a file: it is kept as a draft, or all that is wrong with it is named. */
export default function ImportPage() {
  if (roleOf(useSession()) !== "therapist") return <NothingHere />;
  return (
    <StaffFrame>
      <h1 className="title">{t("instruments.import")}</h1>
      <p className="meta cmeta">{t("instruments.importAbout")}</p>
      <div className="i28">
        <Bring />
        <aside className="paper stack">
          <h2 className="subhead">{t("instruments.before")}</h2>
          <p>{t("instruments.beforeAbout")}</p>
        </aside>
      </div>
    </StaffFrame>
  );
}

function Bring() {
  const navigate = useNavigate();
  const chooser = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<Outcome>();

  async function bring(file: File | undefined) {
    if (file === undefined || busy) return;
    setBusy(true);
    setOutcome(undefined);
    const instrumentId = crypto.randomUUID();
    const came = await read(file, instrumentId);
    setBusy(false);
    // The same file can be chosen again once it is mended.
    if (chooser.current) chooser.current.value = "";
    if (came !== undefined) return setOutcome(came);
    await queries.invalidateQueries({ queryKey: instrumentsQuery.queryKey });
    await navigate({ to: "/instruments/$id", params: { id: instrumentId } });
  }

  function drop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    void bring(event.dataTransfer.files[0]);
  }

  return (
    <div className="stack stack--l">
      {/* A file can be dropped on all of it; the button does the same for everybody. */}
      <section
        className={over ? "drop drop--over" : "drop"}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
        aria-label={t("instruments.drop")}
      >
        <Icon name="upload" />
        <h2 className="subhead">{t("instruments.drop")}</h2>
        <p className="meta">{t("instruments.dropAbout")}</p>
        <input
          ref={chooser}
          type="file"
          accept=".yaml,.yml,application/yaml"
          hidden
          onChange={(event) => void bring(event.target.files?.[0])}
        />
        <div className="acts">
          <Button look="primary" busy={busy} onClick={() => chooser.current?.click()}>
            {t("instruments.choose")}
          </Button>
          <Button look="quiet" icon="download" onClick={giveExample}>
            {t("instruments.example")}
          </Button>
        </div>
      </section>
      {outcome?.kind === "trouble" && <Notice spoken>{t(`instruments.${outcome.says}`)}</Notice>}
      {outcome?.kind === "mistakes" && <Mistakes file={outcome.file} mistakes={outcome.mistakes} />}
    </div>
  );
}

/** The skeleton of a file, to be filled in. */
function giveExample() {
  const address = URL.createObjectURL(new Blob([example], { type: "application/yaml" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = "questionnaire.yaml";
  link.click();
  URL.revokeObjectURL(address);
}

/** Undefined: it is kept. */
async function read(file: File, instrumentId: string): Promise<Outcome | undefined> {
  if (file.size > MOST_BYTES) return { kind: "trouble", says: "tooLarge" };
  const text = await file.text().catch(() => undefined);
  if (text === undefined) return { kind: "trouble", says: "unreadable" };
  try {
    const params = { path: { instrumentId } };
    const body = { name: file.name.slice(0, 200), file: text };
    const { mistakes } = await answer(api.PUT("/instruments/{instrumentId}", { params, body }));
    return mistakes.length === 0 ? undefined : { kind: "mistakes", file: file.name, mistakes };
  } catch (failure) {
    if (!(failure instanceof Refused)) return { kind: "trouble", says: "notSaved" };
    if (failure.status === 413) return { kind: "trouble", says: "tooLarge" };
    return { kind: "trouble", says: failure.status === 409 ? "versionThere" : "notSaved" };
  }
}

function Mistakes({ file, mistakes }: { file: string; mistakes: readonly Wrong[] }) {
  return (
    <section className="stack" role="status">
      <h2 className="subhead">{t("instruments.mistakes", { n: mistakes.length, file })}</h2>
      <p className="meta">{t("instruments.mistakesAbout")}</p>
      <table className="tbl i28__mistakes">
        <thead>
          <tr>
            <th scope="col">{t("instruments.line")}</th>
            <th scope="col">{t("instruments.where")}</th>
            <th scope="col">{t("instruments.what")}</th>
          </tr>
        </thead>
        <tbody>
          {mistakes.map((one) => (
            <tr key={`${one.line} ${one.path} ${one.words}`}>
              <td className="num">{one.line}</td>
              <td className="meta">{one.path}</td>
              <td>{one.words}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
