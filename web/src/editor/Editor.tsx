import { useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { t } from "../i18n/t.ts";
import { asItIsNow, SavedState } from "../typed/Typed.tsx";
import { Button } from "../ui/Button.tsx";
import { Icon } from "../ui/Icon.tsx";
import { Main, SkipLink } from "../ui/Page.tsx";
import { Tabs } from "../ui/Tabs.tsx";
import { Delete } from "./Delete.tsx";
import { Elsewhere } from "./Elsewhere.tsx";
import {
  added,
  completed,
  doubled,
  type Fields,
  moved,
  removed,
  replaced,
  stepsOf,
  textOf,
  withSteps,
} from "./form.ts";
import { Head } from "./Head.tsx";
import { Missing } from "./Missing.tsx";
import { placed, stepAt } from "./mistakes.ts";
import { Preview } from "./Preview.tsx";
import { Publish } from "./Publish.tsx";
import { type Draft, draftQuery } from "./queries.ts";
import { StepForm } from "./StepForm.tsx";
import { StepList } from "./StepList.tsx";
import { TextView } from "./TextView.tsx";
import { type unsaved, useDraftDoc, type Writing } from "./useDraftDoc.ts";
import "./editor.css";

type Props = { draft: Draft; found: Awaited<ReturnType<typeof unsaved>> };

/** The whole page: the steps, the one that is being written, and what they will see. */
export function Editor({ draft, found }: Props) {
  const writing = useDraftDoc(draft, found);
  const [publishing, setPublishing] = useState(false);
  const { doc, saver, mistakes } = writing;
  const title = "form" in doc ? textOf(doc.form, "title") : "";
  const queries = useQueryClient();
  const navigate = useNavigate();
  async function publish() {
    await saver.rest();
    setPublishing(!saver.isBehind);
  }
  async function tryOut() {
    await saver.rest();
    await navigate({ to: "/exercises/drafts/$id/try", params: { id: draft.id } });
  }
  /** The server writes the text of a form; only what it has can be shown so. */
  async function asText() {
    await saver.rest();
    if (saver.isBehind) return;
    const there = await asItIsNow(queries, draftQuery(draft.id));
    writing.write({ text: there.text });
  }
  return (
    <div className="ed">
      <SkipLink />
      <header className="ed__bar">
        <Link to="/exercises" className="btn btn--quiet btn--icon" aria-label={t("editor.back")}>
          <Icon name="back" />
        </Link>
        <div className="grow">
          <h1 className="label">{title || t("editor.untitled")}</h1>
          <p className="meta">
            {draft.published ? t("editor.version", { n: draft.published.version }) : t("editor.draft")}
          </p>
        </div>
        <SavedState saver={saver} />
        <Button look="quiet" onClick={() => void tryOut()}>
          {t("editor.try")}
        </Button>
        <Button
          look="primary"
          notYet={mistakes.length > 0 || !("form" in doc)}
          aria-describedby={mistakes.length > 0 ? "ed-missing" : undefined}
          onClick={() => void publish()}
        >
          {t("editor.publish")}
        </Button>
      </header>
      <div className="ed__said">
        <Elsewhere draft={draft.id} saver={saver} />
      </div>
      {"form" in doc ? (
        <FormView form={doc.form} writing={writing} draft={draft} onText={() => void asText()} />
      ) : (
        <TextView text={doc.text} writing={writing} draft={draft} />
      )}
      {"form" in doc && (
        <Publish
          open={publishing}
          onClose={() => setPublishing(false)}
          draft={draft}
          form={doc.form}
          version={saver.version}
          onDone={() => void queries.invalidateQueries({ queryKey: ["exercise-draft", draft.id] })}
        />
      )}
    </div>
  );
}

/** Which part is being written: a step, or what stands above them all. */
type At = number | "head";

type FormProps = { form: Fields; writing: Writing; draft: Draft; onText(): void };

function FormView({ form, writing, draft, onText }: FormProps) {
  const steps = stepsOf(form);
  const [chosen, setAt] = useState<At>(steps.length > 0 && textOf(form, "title") !== "" ? 0 : "head");
  const [undo, setUndo] = useState<{ form: Fields; title: string; at: number } | null>(null);
  const [panel, setPanel] = useState("see");
  const mistakes = placed(writing.mistakes);
  const at: At = chosen === "head" || steps[chosen] ? chosen : "head";
  const write = (next: Fields) => {
    setUndo(null);
    writing.write({ form: completed(next) });
  };
  // A file from elsewhere may lack what no field asks for.
  useEffect(() => {
    if (completed(form) !== form) writing.write({ form: completed(form) });
  });
  const writeStep = (i: number) => (step: Fields) => write(withSteps(form, replaced(steps, i, step)));
  function remove(i: number) {
    write(removed(form, i));
    setUndo({ form, title: textOf(steps[i] ?? {}, "title"), at: i });
    setAt(Math.max(0, Math.min(i, steps.length - 2)));
  }
  const step = at === "head" ? undefined : steps[at];
  return (
    <div className="ed__parts">
      <StepList
        form={form}
        at={at}
        mistakes={mistakes}
        onChoose={setAt}
        onMove={(from, to) => {
          write(withSteps(form, moved(steps, from, to)));
          if (at === from) setAt(to);
          else if (at !== "head" && from < at && to >= at) setAt(at - 1);
          else if (at !== "head" && from > at && to <= at) setAt(at + 1);
        }}
        onAdd={(kind) => {
          const next = added(form, kind, at === "head" ? steps.length : at);
          write(next.form);
          setAt(next.at);
        }}
        onDouble={(i) => {
          write(doubled(form, i));
          setAt(i + 1);
        }}
        onRemove={remove}
        removed={undo?.title ?? null}
        onUndo={() => {
          if (undo === null) return;
          write(undo.form);
          setAt(undo.at);
        }}
      />
      <Main className="ed__form">
        {step === undefined || at === "head" ? (
          <Head form={form} mistakes={mistakes} onChange={write}>
            <Button look="link" className="ed__add" onClick={onText}>
              {t("editor.asText")}
            </Button>
            <Delete draft={draft} saver={writing.saver} />
          </Head>
        ) : (
          <StepForm
            key={`${at}/${textOf(step, "id")}`}
            steps={steps}
            at={at}
            mistakes={mistakes}
            onChange={writeStep(at)}
          />
        )}
      </Main>
      <aside className="ed__see" aria-label={t("editor.beside")}>
        <Tabs
          label={t("editor.beside")}
          current={panel}
          onChange={setPanel}
          tabs={[
            {
              id: "see",
              name: t("editor.see"),
              panel: <Preview form={form} at={at === "head" ? 0 : at} />,
            },
            {
              id: "missing",
              name: t("editor.missing.tab", { n: mistakes.length }),
              panel: <Missing form={form} mistakes={mistakes} onGo={(path) => setAt(stepAt(path) ?? "head")} />,
            },
          ]}
        />
      </aside>
    </div>
  );
}
