import { type ReactNode, type TextareaHTMLAttributes, useId } from "react";
import { Icon } from "./Icon.tsx";

type Props = Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, "id"> & {
  label: ReactNode;
  hint?: ReactNode;
  /** What is wrong, in one sentence; the words stay. */
  error?: string | undefined;
  /** The id of the "who can see this" label. */
  seen?: string;
};

/** A place to write. The browser never offers there what somebody else wrote on this device. */
export function TextField({ label, hint, error, seen, ...rest }: Props) {
  const id = useId();
  const described = [hint && `${id}-hint`, error && `${id}-error`, seen].filter(Boolean).join(" ");
  return (
    <div className="fieldset">
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <textarea
        {...rest}
        id={id}
        className="field"
        autoComplete="off"
        aria-invalid={error ? true : undefined}
        aria-describedby={described || undefined}
      />
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
    </div>
  );
}

export function FieldError({ id, children }: { id: string; children: ReactNode }) {
  return (
    <p className="ferror" id={id} role="alert">
      <Icon name="info" />
      {children}
    </p>
  );
}
