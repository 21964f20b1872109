import { t } from "../../../i18n/t.ts";
import { namesFor } from "../asking/who.ts";
import type { StepProps } from "../props.ts";
import type { GroundStep } from "../steps-types.ts";
import { Arcs } from "./Arcs.tsx";
import "./ground.css";

export default function Partner({ step, people, me, days }: StepProps<GroundStep, null>) {
  return (
    <div className="ground">
      <Arcs />
      <h2 className="title" tabIndex={-1} data-step-heading>
        {step.common.title}
      </h2>
      {step.text.split(/\n\s*\n/).map((paragraph) => (
        <p key={paragraph} className="voice voice--l ground__p">
          {paragraph}
        </p>
      ))}
      <p className="lead">{t("ground.breaths", { breaths: step.breaths })}</p>
      <details className="ground__instead">
        <summary>{t("ground.instead")}</summary>
        <p>{step.instead}</p>
      </details>
      <p className="meta">{days ? t("ground.own") : t("ground.nothing", namesFor(people, me))}</p>
    </div>
  );
}
