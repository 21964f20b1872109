import { useId, useState } from "react";
import { t } from "../i18n/t.ts";
import { PublicFrame } from "../identity/PublicFrame.tsx";
import { Icon } from "../ui/Icon.tsx";
import { Notice } from "../ui/Notice.tsx";
import { Main } from "../ui/Page.tsx";
import { dial, guess, type Line, REGIONS, type Region } from "./crisis.ts";
import "./help.css";

/** The same page for everyone. It needs no sign-in and no server, and nothing of its use is noted. */
export default function HelpPage() {
  const [region, setRegion] = useState(here);
  const [first, ...others] = REGIONS[region];
  return (
    <PublicFrame>
      <Main className="hp">
        {first && <Danger line={first} />}
        <Where region={region} onChange={setRegion} />
        <section aria-label={t("help.lines")}>
          <ul className="hp__lines">
            {others.map((line) => (
              <NumberToCall key={line.number} line={line} />
            ))}
          </ul>
        </section>
        <Notice title={t("help.tracesTitle")}>
          <p>{t("help.traces")}</p>
        </Notice>
        <section className="stack">
          <p className="meta">{t("help.exit")}</p>
          <p className="meta">{t("help.notWatched")}</p>
        </section>
      </Main>
    </PublicFrame>
  );
}

function Danger({ line }: { line: Line }) {
  return (
    <section className="hp__first">
      <h1 className="title">{t("help.title", { number: line.number })}</h1>
      <p>{t("help.lead")}</p>
      <p>
        <a className="btn btn--primary btn--l" href={dial(line.number)}>
          <Icon name="phone" />
          {t("help.call", { number: line.number })}
        </a>
      </p>
    </section>
  );
}

function Where({ region, onChange }: { region: Region; onChange(region: Region): void }) {
  const id = useId();
  return (
    <div className="fieldset hp__where">
      <label htmlFor={id}>{t("help.where")}</label>
      <select id={id} className="field" value={region} onChange={(event) => onChange(event.target.value as Region)}>
        {(Object.keys(REGIONS) as Region[]).map((one) => (
          <option key={one} value={one}>
            {t(`help.${one}`)}
          </option>
        ))}
      </select>
    </div>
  );
}

function NumberToCall({ line }: { line: Line }) {
  return (
    <li className="hp__line">
      <span className="strong">{line.name}</span>
      <a
        className="btn btn--secondary"
        href={dial(line.number)}
        aria-label={`${line.name}, ${t("help.call", { number: line.number })}`}
      >
        <Icon name="phone" />
        {line.number}
      </a>
      <span className="meta">
        {t(`help.${line.for}`)}
        {line.note && `. ${t(`help.${line.note}`)}`}
      </span>
    </li>
  );
}

function here(): Region {
  return guess(Intl.DateTimeFormat().resolvedOptions().timeZone, navigator.languages);
}
