import { t } from "../../../i18n/t.ts";
import type { ReadStep } from "../steps-types.ts";
import "./read.css";

/** A text in paragraphs, and what to keep in mind. */
export function Text({ step }: { step: ReadStep }) {
  return (
    <>
      {step.text.split(/\n\s*\n/).map((paragraph) => (
        <p key={paragraph} className="read__p">
          {paragraph}
        </p>
      ))}
      {step.points.length > 0 && (
        <section className="read__points" aria-label={t("read.points")}>
          <ul>
            {step.points.map((point) => (
              <li key={point}>{point}</li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
