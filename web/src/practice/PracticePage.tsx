import { t } from "../i18n/t.ts";
import { useSession } from "../identity/session.ts";
import { Notice } from "../ui/Notice.tsx";
import { StaffFrame } from "./Frame.tsx";

/** For whoever looks after the practice: no page of theirs ever holds what people write. */
export default function PracticePage() {
  const { practice } = useSession();
  return (
    <StaffFrame>
      <div className="practice">
        <div>
          <h1 className="title">{t("practice.title", { practice: practice.name })}</h1>
          <p className="lead">{t("practice.lead")}</p>
        </div>
        <Notice title={t("practice.comesTitle")}>
          <p>{t("practice.comes")}</p>
        </Notice>
      </div>
    </StaffFrame>
  );
}
