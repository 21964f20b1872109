import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { Asked } from "../api/Asked.tsx";
import { t } from "../i18n/t.ts";
import { PartnerFrame } from "../partner/Frame.tsx";
import { type Home, homeQuery } from "../partner/queries.ts";
import { filled } from "../room/exercise.ts";
import { exerciseQuery } from "../room/queries.ts";
import { Answered } from "./Answered.tsx";
import { type SharedAnswers, sharedQuery } from "./queries.ts";

const route = getRouteApi("/inside/homework/$id/shared");

/** What the other has handed in for all three, to be read. */
export default function SharedPage() {
  const { id } = route.useParams();
  const shared = useQuery(sharedQuery(id));
  const home = useQuery(homeQuery);
  return (
    <PartnerFrame className="home">
      <Asked of={shared}>
        {(answers) => <Asked of={home}>{(mine) => <Words room={id} shared={answers} home={mine} />}</Asked>}
      </Asked>
    </PartnerFrame>
  );
}

function Words({ room, shared, home }: { room: string; shared: SharedAnswers; home: Home }) {
  const exercise = useQuery(exerciseQuery(room, shared.digest));
  const name = home.members.find((member) => member.seat === shared.by)?.name ?? "";
  const me = home.members.find((member) => member.seat === home.you)?.name ?? "";
  return (
    <Asked of={exercise}>
      {({ title, steps }) => (
        <>
          <header className="stack stack--s">
            <h1 className="title">{title}</h1>
            <p className="lead">{t("homework.sharedLead", { name })}</p>
          </header>
          {/* The questions were asked of the other: in them, "the partner" is whoever reads now. */}
          <Answered
            steps={filled(steps, { me: name, partner: me, therapist: home.therapist })}
            answers={shared.answers}
          />
        </>
      )}
    </Asked>
  );
}
