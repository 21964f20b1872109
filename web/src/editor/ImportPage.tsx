import { useNavigate } from "@tanstack/react-router";
import { type DragEvent, useRef, useState } from "react";
import { Refused } from "../api/client.ts";
import { t } from "../i18n/t.ts";
import { NothingHere } from "../identity/pages.tsx";
import { roleOf, useSession } from "../identity/session.ts";
import { StaffFrame } from "../practice/Frame.tsx";
import { Button } from "../ui/Button.tsx";
import { Icon } from "../ui/Icon.tsx";
import { Notice } from "../ui/Notice.tsx";
import { stepsOf } from "./form.ts";
import { placed } from "./mistakes.ts";
import { beginDraft, type Checked, check, MOST_BYTES } from "./queries.ts";
import "./editor.css";

type Chosen = { name: string; text: string; checked: Checked };
type Trouble = "tooLarge" | "notText" | "failed";

/** A file from elsewhere: what is wrong with it, all at once, and a draft of one's own. */
export default function ImportPage() {
  if (roleOf(useSession()) !== "therapist") return <NothingHere />;
  return (
    <StaffFrame>
      <Importing />
    </StaffFrame>
  );
}

function Importing() {
  const input = useRef<HTMLInputElement>(null);
  const navigate = useNavigate();
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [id] = useState(() => crypto.randomUUID());

  async function take(file: File | undefined) {
    if (!file) return;
    setChosen(null);
    const found = await read(file);
    if (typeof found === "string") return setTrouble(found);
    setTrouble(null);
    setChosen(found);
  }
  async function keep() {
    if (!chosen) return;
    try {
      await beginDraft(id, { text: chosen.text });
      await navigate({ to: "/exercises/drafts/$id", params: { id } });
    } catch {
      setTrouble("failed");
    }
  }
  const drop = {
    onDragOver: (event: DragEvent) => event.preventDefault(),
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      void take(event.dataTransfer.files[0]);
    },
  };
  return (
    <div className="stack stack--l edimport">
      <div>
        <h1 className="title">{t("editor.import")}</h1>
        <p className="meta">{chosen ? chosen.name : t("editor.import.what")}</p>
      </div>
      <input
        ref={input}
        type="file"
        className="vh"
        tabIndex={-1}
        aria-label={t("editor.import.choose")}
        accept=".yaml,.yml"
        onChange={(event) => {
          void take(event.target.files?.[0]);
          // The same file, mended meanwhile, can be chosen again.
          event.target.value = "";
        }}
      />
      {trouble && (
        <Notice look="alarm" spoken title={t(`editor.import.${trouble}`)}>
          {t("editor.import.unchanged")}
        </Notice>
      )}
      {chosen ? (
        <Found chosen={chosen} />
      ) : (
        <div className="eddrop" {...drop}>
          <Icon name="upload" />
          <p>{t("editor.import.drop")}</p>
        </div>
      )}
      <div className="row row--wrap">
        {chosen && (
          <Button look="primary" onClick={() => void keep()}>
            {t(chosen.checked.mistakes.length > 0 ? "editor.import.mend" : "editor.import.keep")}
          </Button>
        )}
        <Button look={chosen ? "secondary" : "primary"} onClick={() => input.current?.click()}>
          {t(chosen ? "editor.import.another" : "editor.import.choose")}
        </Button>
        <Button look="quiet" onClick={() => void navigate({ to: "/exercises" })}>
          {t("editor.import.leave")}
        </Button>
      </div>
    </div>
  );
}

/** Nothing is sent that could not be an exercise: a file of many megabytes is told at once. */
async function read(file: File): Promise<Chosen | Trouble> {
  if (file.size > MOST_BYTES) return "tooLarge";
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(await file.arrayBuffer());
    return { name: file.name, text, checked: await check(text) };
  } catch (why) {
    if (why instanceof Refused && why.status === 413) return "tooLarge";
    return why instanceof TypeError ? "notText" : "failed";
  }
}

function Found({ chosen: { checked } }: { chosen: Chosen }) {
  const { mistakes, form } = checked;
  if (mistakes.length === 0) {
    return (
      <Notice icon="check" title={t("editor.import.fine")} spoken>
        {t("editor.import.steps", { n: form ? stepsOf(form).length : 0 })}
      </Notice>
    );
  }
  return (
    <>
      <Notice title={t("editor.import.wrong")} spoken>
        {t("editor.import.marked", { n: mistakes.length })}
      </Notice>
      <div className="tablewrap">
        <table className="edtable">
          <thead>
            <tr>
              <th scope="col">{t("editor.import.line")}</th>
              <th scope="col">{t("editor.import.where")}</th>
              <th scope="col">{t("editor.import.whatIsWrong")}</th>
            </tr>
          </thead>
          <tbody>
            {placed(mistakes).map((mistake) => (
              <tr key={`${mistake.line}${mistake.path}${mistake.words}`}>
                <td className="num">{mistake.line}</td>
                <td>{pathWords(mistake.path)}</td>
                <td>
                  <p className="ferror">
                    <Icon name="info" />
                    {mistake.words}
                  </p>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

/** /steps/2/prompt as people count: steps, 3, prompt. */
const pathWords = (path: string) =>
  path
    .split("/")
    .filter(Boolean)
    .map((part) => (/^\d+$/.test(part) ? String(Number(part) + 1) : part))
    .join(", ");
