import { type InputHTMLAttributes, useId } from "react";
import { t } from "../i18n/t.ts";
import { Button, IconButton } from "../ui/Button.tsx";
import { Choices } from "../ui/Choices.tsx";
import { FieldError } from "../ui/Field.tsx";
import { Icon } from "../ui/Icon.tsx";
import type { Field, Kind } from "./fields.ts";
import {
  type Fields as Form,
  freeId,
  listOf,
  moved,
  objectsOf,
  put,
  replaced,
  textOf,
  type Value,
  wordsOf,
} from "./form.ts";
import { type Mistake, within } from "./mistakes.ts";
import { Opens, Readers } from "./Reading.tsx";
import { useOrder } from "./useOrder.ts";
import { fieldHint, fieldName, wordOf } from "./words.ts";

type Props = {
  fields: readonly Field[];
  value: Form;
  /** Where these fields stand in the file, as a JSON pointer. */
  at: string;
  mistakes: readonly Mistake[];
  kind?: Kind;
  /** The steps before this one. */
  before?: readonly Form[];
  onChange(value: Form): void;
};

/** Fields one below the other, each with its mistakes beside it. */
export function FieldList({ fields, ...rest }: Props) {
  return fields.map((field) => <One key={field.name} field={field} {...rest} />);
}

export type OneProps<F extends Field = Field> = Omit<Props, "fields"> & { field: F };

function One(props: OneProps) {
  const { field } = props;
  switch (field.look) {
    case "line":
    case "text":
    case "number":
      return <Typed {...props} field={field} />;
    case "tick":
      return <Tick {...props} />;
    case "lines":
      return <Lines {...props} field={field} />;
    case "named":
      return <Cards {...props} field={field} />;
    case "one-of":
      return <OneOf {...props} field={field} />;
    case "opens":
    case "about":
      return <Opens {...props} field={field} />;
    case "readers":
      return <Readers {...props} field={field} />;
  }
}

/** The sentences of the checker, below what they are about. */
export function Wrong({ id, mistakes }: { id: string; mistakes: readonly Mistake[] }) {
  const words = [...new Set(mistakes.map((mistake) => sentence(mistake)))].join(" ");
  return words === "" ? null : <FieldError id={`${id}-wrong`}>{words}</FieldError>;
}

export const sentence = (mistake: Mistake) =>
  /^The field \w+ is missing\.$/.test(mistake.words) ? t("editor.empty") : mistake.words;

type TypedField = Extract<Field, { look: "line" | "text" | "number" }>;

function Typed({ field, value, at, mistakes, kind, onChange }: OneProps<TypedField>) {
  const id = useId();
  const wrong = within(mistakes, `${at}/${field.name}`);
  const text = textOf(value, field.name);
  const write = (typed: string) => onChange(put(value, field.name, field.look === "number" ? number(typed) : typed));
  const described = [`${id}-hint`, ...(wrong.length > 0 ? [`${id}-wrong`] : [])].join(" ");
  const shared = {
    id,
    className: "field",
    autoComplete: "off",
    value: text,
    "aria-invalid": wrong.length > 0 || undefined,
    "aria-describedby": described,
  } as const;
  return (
    <div className={field.look === "number" ? "fieldset ed__number" : "fieldset"}>
      <label htmlFor={id}>
        {fieldName(field.name, kind)}
        {!field.needed && <span className="dim"> {t("editor.perhaps")}</span>}
      </label>
      {field.look === "text" ? (
        <textarea {...shared} dir="auto" rows={rows(text)} onChange={(event) => write(event.target.value)} />
      ) : (
        <input
          {...shared}
          dir="auto"
          inputMode={field.look === "number" ? "numeric" : undefined}
          placeholder={field.look === "number" && field.usually !== undefined ? String(field.usually) : undefined}
          onChange={(event) => write(event.target.value)}
        />
      )}
      <p className="hint" id={`${id}-hint`}>
        {[fieldHint(field.name, kind), limit(field, text)].filter(Boolean).join(" ")}
      </p>
      <Wrong id={id} mistakes={wrong} />
    </div>
  );
}

const rows = (text: string) => Math.max(2, Math.min(12, Math.ceil(text.length / 60) + text.split("\n").length - 1));

function limit(field: TypedField, text: string): string | undefined {
  if (field.look === "number") return t("editor.between", { least: field.least, most: field.most });
  const letters = [...text].length;
  return letters * 2 > field.most ? t("editor.letters", { n: letters, most: field.most }) : undefined;
}

/** A whole number; else the words as they are, which the checker then says something about. */
const number = (typed: string): Value => (/^\d{1,9}$/.test(typed.trim()) ? Number(typed) : typed);

function Tick({ field, value, kind, onChange }: OneProps) {
  return (
    <label className="check">
      <input
        type="checkbox"
        checked={value[field.name] === true}
        onChange={(event) => onChange(put(value, field.name, event.target.checked || undefined))}
      />
      <span>{fieldName(field.name, kind)}</span>
    </label>
  );
}

function OneOf({ field, value, at, mistakes, kind, onChange }: OneProps<Extract<Field, { look: "one-of" }>>) {
  return (
    <div className="fieldset">
      <Choices
        legend={fieldName(field.name, kind)}
        value={textOf(value, field.name)}
        onChange={(word) => onChange(put(value, field.name, word))}
        options={field.of.map((word) => ({ value: word, name: wordOf(field.name, word) }))}
      />
      <Wrong id={field.name} mistakes={within(mistakes, `${at}/${field.name}`)} />
    </div>
  );
}

type LinesField = Extract<Field, { look: "lines" }>;

function Lines({ field, value, at, mistakes, kind, onChange }: OneProps<LinesField>) {
  const lines = wordsOf(value, field.name);
  return (
    <Rows
      field={field}
      name={fieldName(field.name, kind)}
      texts={lines}
      keys={lines.map((_, i) => String(i))}
      at={`${at}/${field.name}`}
      mistakes={mistakes}
      onTexts={(i, text) => onChange({ ...value, [field.name]: replaced(lines, i, text) })}
      onMove={(from, to) => onChange({ ...value, [field.name]: moved(lines, from, to) })}
      onRemove={(i) =>
        onChange(
          put(
            value,
            field.name,
            lines.filter((_, other) => other !== i),
          ),
        )
      }
      onAdd={() => onChange({ ...value, [field.name]: [...lines, ""] })}
    />
  );
}

type NamedField = Extract<Field, { look: "named" }>;

function Cards({ field, value, at, mistakes, kind, onChange }: OneProps<NamedField>) {
  const cards = objectsOf(value, field.name);
  const ids = cards.map((card) => textOf(card, "id"));
  const write = (next: readonly Form[]) => onChange(put(value, field.name, next));
  return (
    <Rows
      field={field}
      name={fieldName(field.name, kind)}
      texts={cards.map((card) => textOf(card, "text"))}
      keys={ids}
      at={`${at}/${field.name}`}
      mistakes={mistakes}
      onTexts={(i, text) => write(replaced(cards, i, { ...cards[i], text }))}
      onMove={(from, to) => write(moved(cards, from, to))}
      onRemove={(i) => write(cards.filter((_, other) => other !== i))}
      onAdd={() => write([...cards, { id: freeId(ids, field.name.replace(/s$/, "")), text: "" }])}
    />
  );
}

type RowsProps = {
  field: LinesField | NamedField;
  name: string;
  texts: readonly string[];
  keys: readonly string[];
  at: string;
  mistakes: readonly Mistake[];
  onTexts(at: number, text: string): void;
  onMove(from: number, to: number): void;
  onRemove(at: number): void;
  onAdd(): void;
};

/** Lines in an order: typed in place, dragged by their handle or moved with Alt and an arrow. */
function Rows({ field, name, texts, keys, at, mistakes, ...acts }: RowsProps) {
  const id = useId();
  const line = (i: number) => t("editor.line", { name, n: i + 1 });
  const order = useOrder(texts.length, acts.onMove, (i) => texts[i] || line(i));
  const own = mistakes.filter((mistake) => mistake.path === at);
  return (
    <fieldset className="fieldset" aria-describedby={own.length > 0 ? `${id}-wrong` : undefined}>
      <legend className="flabel">
        {name}
        {texts.length > 0 && (
          <span className="dim num"> {t("editor.count", { n: texts.length, most: field.most })}</span>
        )}
        {!field.needed && texts.length === 0 && <span className="dim"> {t("editor.perhaps")}</span>}
      </legend>
      <ol ref={order.list} className="ed__rows" {...order.drag}>
        {texts.map((text, i) => {
          const wrong = within(mistakes, `${at}/${i}`);
          return (
            <li key={keys[i]} className="edrow">
              <span className="edline__grip" aria-hidden="true" {...order.grip(i)}>
                <Icon name="grip" />
              </span>
              <Line
                long={field.letters > 100}
                className="field edrow__text"
                aria-label={line(i)}
                aria-invalid={wrong.length > 0 || undefined}
                aria-describedby={wrong.length > 0 ? `${id}-${i}-wrong` : undefined}
                aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
                autoComplete="off"
                dir="auto"
                data-order="row"
                value={text}
                onText={(typed) => acts.onTexts(i, typed)}
                {...order.keys(i)}
              />
              <IconButton
                icon="close"
                label={t("editor.removeLine", { name: line(i) })}
                onClick={() => acts.onRemove(i)}
              />
              <Wrong id={`${id}-${i}`} mistakes={wrong} />
            </li>
          );
        })}
      </ol>
      {texts.length < field.most && (
        <Button look="quiet" icon="plus" className="ed__add" onClick={acts.onAdd}>
          {t("editor.addLine", { name })}
        </Button>
      )}
      <Wrong id={id} mistakes={own} />
    </fieldset>
  );
}

type LineProps = Omit<InputHTMLAttributes<HTMLElement>, "onChange"> & {
  long: boolean;
  value: string;
  onText(typed: string): void;
};

/** A card is one line, a sentence may need two. */
function Line({ long, value, onText, ...rest }: LineProps) {
  return long ? (
    <textarea
      {...rest}
      rows={value.length > 60 ? 2 : 1}
      value={value}
      onChange={(event) => onText(event.target.value)}
    />
  ) : (
    <input {...rest} value={value} onChange={(event) => onText(event.target.value)} />
  );
}

export const hasWord = (fields: Form, name: string, word: string) => listOf(fields, name).includes(word);
