import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Asked } from "../api/Asked.tsx";
import { t } from "../i18n/t.ts";
import { PartnerFrame } from "../partner/Frame.tsx";
import { Icon } from "../ui/Icon.tsx";
import { AllLetters, therapistOf } from "./Letters.tsx";
import { progressQuery } from "./queries.ts";
import "./progress.css";

/** All letters of the therapist to the couple. */
export default function LettersPage() {
  const progress = useQuery(progressQuery);
  return (
    <PartnerFrame className="letters">
      <Asked of={progress}>
        {(data) => (
          <>
            <div className="row">
              <Link to="/progress" className="btn btn--quiet btn--icon" aria-label={t("ui.back")}>
                <Icon name="back" />
              </Link>
              <h1 className="title">{t("progress.letters", { therapist: therapistOf(data) })}</h1>
            </div>
            <AllLetters progress={data} />
          </>
        )}
      </Asked>
    </PartnerFrame>
  );
}
