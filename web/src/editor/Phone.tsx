import type { ReactNode } from "react";
import { SCROLLS } from "../room/Stage.tsx";

type Props = { title: string; size: "phone" | "laptop"; label: string; children: ReactNode };

/** A frame around a partner's or the therapist's screen. */
export function Phone({ title, size, label, children }: Props) {
  return (
    <section className={`edphone edphone--${size}`} aria-label={label}>
      <p className="edphone__bar strong">{title}</p>
      <div className="edphone__page" {...SCROLLS}>
        {children}
      </div>
    </section>
  );
}
