import { t } from "../i18n/t.ts";
import { Button } from "../ui/Button.tsx";
import { Icon } from "../ui/Icon.tsx";
import { Menu } from "../ui/Menu.tsx";
import { Notice } from "../ui/Notice.tsx";
import { isKind, KINDS, type Kind, kindForms } from "./fields.ts";
import { type Fields, minutesOf, stepsOf, textOf } from "./form.ts";
import { type Mistake, within } from "./mistakes.ts";
import { useOrder } from "./useOrder.ts";
import { kindName } from "./words.ts";

type Props = {
  form: Fields;
  at: number | "head";
  mistakes: readonly Mistake[];
  onChoose(at: number | "head"): void;
  onMove(from: number, to: number): void;
  onAdd(kind: Kind): void;
  onDouble(at: number): void;
  onRemove(at: number): void;
  /** The title of the step that was taken out last. */
  removed: string | null;
  onUndo(): void;
};

/** All steps in their order, and a way to add one. */
export function StepList(props: Props) {
  const { form, at, mistakes, onChoose, removed } = props;
  const steps = stepsOf(form);
  const name = (i: number) => textOf(steps[i] ?? {}, "title") || t("editor.untitled");
  const order = useOrder(steps.length, props.onMove, name);
  const above = mistakes.filter((mistake) => !mistake.path.startsWith("/steps/")).length;
  return (
    <nav className="ed__steps" aria-label={t("editor.steps")}>
      <button type="button" className="edstep" aria-current={at === "head"} onClick={() => onChoose("head")}>
        <Icon name="exercises" />
        <span className="grow">{t("editor.head")}</span>
        <Wrong n={above} />
      </button>
      <div className="row row--between ed__stepshead">
        <h2 className="subhead">{t("editor.steps")}</h2>
        <span className="meta">{t("exercises.minutes", { n: minutesOf(steps) })}</span>
      </div>
      <ol ref={order.list} className="ed__order" {...order.drag}>
        {steps.map((step, i) => (
          <li key={textOf(step, "id")} className="edline" data-on={at === i || undefined}>
            <span className="edline__grip" aria-hidden="true" {...order.grip(i)}>
              <Icon name="grip" />
            </span>
            <button
              type="button"
              className="edstep"
              aria-current={at === i ? "step" : undefined}
              aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
              data-order="step"
              onClick={() => onChoose(i)}
              {...order.keys(i)}
            >
              {isKind(step.kind) && <Icon name={kindForms[step.kind].icon} />}
              <span className="grow">
                <span className="edstep__title">{name(i)}</span>
                <span className="meta">{about(step)}</span>
              </span>
              <Wrong n={within(mistakes, `/steps/${i}`).length} />
            </button>
            <Menu
              label={t("editor.more", { name: name(i) })}
              className="btn btn--quiet btn--icon btn--compact"
              choices={[
                { id: "up", name: t("editor.up") },
                { id: "down", name: t("editor.down") },
                { id: "double", name: t("editor.double") },
                { id: "remove", name: t("editor.remove") },
              ]}
              onChoose={(act) => {
                if (act === "up" && i > 0) props.onMove(i, i - 1);
                if (act === "down" && i < steps.length - 1) props.onMove(i, i + 1);
                if (act === "double") props.onDouble(i);
                if (act === "remove") props.onRemove(i);
              }}
            >
              <span aria-hidden="true">…</span>
            </Menu>
          </li>
        ))}
      </ol>
      {removed !== null && (
        <Notice spoken title={t("editor.removed", { name: removed || t("editor.untitled") })}>
          <Button look="link" onClick={props.onUndo}>
            {t("editor.undo")}
          </Button>
        </Notice>
      )}
      <Menu
        label={t("editor.add")}
        className="btn btn--secondary btn--block"
        choices={KINDS.filter((kind) => kind !== "closing" || !steps.some((step) => step.kind === "closing")).map(
          (kind) => ({
            id: kind,
            name: kindName(kind),
            note: t(`editor.about.${kind}`),
            mark: <Icon name={kindForms[kind].icon} />,
          }),
        )}
        onChoose={(kind) => props.onAdd(kind as Kind)}
      >
        {t("editor.add")}
      </Menu>
      <p className="meta">{t("editor.order")}</p>
    </nav>
  );
}

const about = (step: Fields) =>
  [
    isKind(step.kind) ? kindName(step.kind) : textOf(step, "kind"),
    ...(typeof step.minutes === "number" ? [t("exercises.minutes", { n: step.minutes })] : []),
    ...(step.optional === true ? [t("exercises.optional")] : []),
  ].join(", ");

function Wrong({ n }: { n: number }) {
  if (n === 0) return null;
  return (
    <span className="edstep__wrong">
      <Icon name="info" />
      <span aria-hidden="true">{n}</span>
      <span className="vh">{t("editor.wrong", { n })}</span>
    </span>
  );
}
