import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Asked } from "../api/Asked.tsx";
import { t } from "../i18n/t.ts";
import { PartnerFrame } from "../partner/Frame.tsx";
import { homeQuery } from "../partner/queries.ts";
import { Icon } from "../ui/Icon.tsx";
import { homeworkQuery, type Shared } from "./queries.ts";
import { TaskList } from "./TaskList.tsx";

/** A partner's homework: the own tasks, and what the other has handed in for all three. */
export default function TasksPage() {
  const homework = useQuery(homeworkQuery);
  const home = useQuery(homeQuery).data;
  return (
    <PartnerFrame className="home">
      <h1 className="title">{t("homework.title")}</h1>
      <Asked of={homework}>
        {({ tasks, shared }) => (
          <>
            {tasks.length === 0 && <p className="lead">{t("homework.none")}</p>}
            <TaskList tasks={tasks} zone={home?.zone ?? "UTC"} therapist={home?.therapist ?? ""} />
            {shared.length > 0 && <SharedWithMe shared={shared} nameOf={(seat) => nameAt(home?.members, seat)} />}
            <p className="meta">{t("homework.quiet", { therapist: home?.therapist ?? "" })}</p>
          </>
        )}
      </Asked>
    </PartnerFrame>
  );
}

const nameAt = (members: readonly { seat: string; name: string }[] | undefined, seat: string) =>
  members?.find((member) => member.seat === seat)?.name ?? "";

function SharedWithMe({ shared, nameOf }: { shared: readonly Shared[]; nameOf(seat: string): string }) {
  return (
    <section className="home__part">
      <h2 className="subhead">{t("homework.shared")}</h2>
      <ul>
        {shared.map((each) => (
          <li key={each.roomId}>
            <Link to="/homework/$id/shared" params={{ id: each.roomId }} className="linkrow">
              <Icon name="text" />
              <span className="stack stack--xs">
                <span className="strong">{each.title}</span>
                <span className="meta">{t("homework.sharedBy", { name: nameOf(each.by) })}</span>
              </span>
              <Icon name="forward" />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
