import { useState } from "react";
import { rich, t } from "../i18n/t.ts";
import { IconButton } from "../ui/Button.tsx";
import type { Instrument } from "./queries.ts";

/** One question as whoever is asked will see it, and those before and after it. */
export function Preview({ instrument }: { instrument: Instrument }) {
  const [number, setNumber] = useState(0);
  const all = instrument.items.length;
  const item = instrument.items[number];
  return (
    <aside className="stack stack--l">
      <section className="paper stack">
        <h2 className="subhead">{t("instruments.preview")}</h2>
        <div className="row row--between">
          <p className="meta" role="status">
            {t("instruments.question", { number: String(number + 1), all: String(all) })}
          </p>
          <div className="row">
            <IconButton
              icon="back"
              label={t("instruments.previous")}
              onClick={() => setNumber((number + all - 1) % all)}
            />
            <IconButton
              icon="forward"
              label={t("instruments.following")}
              onClick={() => setNumber((number + 1) % all)}
            />
          </div>
        </div>
        <p className="voice">{item?.text}</p>
        <ul className="q28">
          {item?.answers.map((one) => (
            <li key={one.value} className="opt opt--shown">
              <i aria-hidden="true" />
              <span className="strong">{one.text}</span>
            </li>
          ))}
        </ul>
        <p className="seen">
          <span>{rich("instruments.seenPreview", { b: (inner) => <b>{inner}</b> })}</span>
        </p>
      </section>
    </aside>
  );
}
