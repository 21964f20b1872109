import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Asked } from "../api/Asked.tsx";
import { t } from "../i18n/t.ts";
import { NothingHere } from "../identity/pages.tsx";
import { roleOf, useSession } from "../identity/session.ts";
import { StaffFrame } from "../practice/Frame.tsx";
import { Icon, type IconName } from "../ui/Icon.tsx";
import { type InstrumentSummary, instrumentsQuery } from "./queries.ts";
import "./instruments.css";

/** The questionnaires of the practice, and how their numbers are used. */
export default function InstrumentsPage() {
  if (roleOf(useSession()) !== "therapist") return <NothingHere />;
  return (
    <StaffFrame>
      <Found />
    </StaffFrame>
  );
}

function Found() {
  const instruments = useQuery(instrumentsQuery);
  return (
    <>
      <div className="chead">
        <h1 className="title grow">{t("instruments.title")}</h1>
        <Link to="/instruments/import" className="btn btn--primary">
          <Icon name="upload" />
          {t("instruments.import")}
        </Link>
      </div>
      <p className="meta cmeta">{t("instruments.about")}</p>
      <div className="i28">
        <Asked of={instruments}>{(all) => <List all={all} />}</Asked>
        <aside className="paper stack">
          <h2 className="subhead">{t("instruments.numbersTitle")}</h2>
          <p>{t("instruments.numbersSource")}</p>
          <p>{t("instruments.numbersWords")}</p>
        </aside>
      </div>
    </>
  );
}

function List({ all }: { all: readonly InstrumentSummary[] }) {
  return (
    <table className="tbl">
      <thead>
        <tr>
          <th scope="col">{t("instruments.name")}</th>
          <th scope="col">{t("instruments.items")}</th>
          <th scope="col">{t("instruments.permission")}</th>
          <th scope="col">{t("instruments.shownTo")}</th>
          <th scope="col">
            <span className="vh">{t("instruments.next")}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        <Own name={t("instruments.weekly")} items="5" shown={t("instruments.weeklyShown")} />
        <Own name={t("instruments.afterSession")} items="4" shown={t("instruments.you")} />
        {all.map((one) => (
          <tr key={one.id}>
            <th scope="row">
              {one.name}
              {one.version > 1 && (
                <span className="meta"> {t("instruments.version", { version: String(one.version) })}</span>
              )}
            </th>
            <td>{one.items}</td>
            <td>
              <State of={one.state} />
            </td>
            <td>{t(one.mayBeShown ? "instruments.youAndAuthor" : "instruments.you")}</td>
            <td>
              <Link
                to="/instruments/$id"
                params={{ id: one.id }}
                className="btn btn--quiet btn--compact nowrap"
                aria-label={`${t(one.state === "draft" ? "instruments.goOn" : "instruments.look")}: ${one.name}`}
              >
                {t(one.state === "draft" ? "instruments.goOn" : "instruments.look")}
              </Link>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Own({ name, items, shown }: { name: string; items: string; shown: string }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{items}</td>
      <td>
        <span className="status">
          <Icon name="check" />
          {t("instruments.own")}
        </span>
      </td>
      <td>{shown}</td>
      <td />
    </tr>
  );
}

const STATES = {
  draft: ["pen", "instruments.draft"],
  "in-use": ["check", "instruments.inUse"],
  withdrawn: ["closed", "instruments.withdrawn"],
} as const satisfies Record<InstrumentSummary["state"], readonly [IconName, string]>;

function State({ of }: { of: InstrumentSummary["state"] }) {
  const [icon, words] = STATES[of];
  return (
    <span className="status">
      <Icon name={icon} />
      {t(words)}
    </span>
  );
}
