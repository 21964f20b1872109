import type { ReactNode } from "react";

/** Some boxes to tick under one name. */
export function Fieldset({ name, hint, children }: { name: string; hint?: string | undefined; children: ReactNode }) {
  return (
    <fieldset className="fieldset ed__ticks">
      <legend className="flabel">{name}</legend>
      {hint && <p className="hint">{hint}</p>}
      {children}
    </fieldset>
  );
}
