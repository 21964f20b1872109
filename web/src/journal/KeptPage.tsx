import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useState } from "react";
import type { Schemas } from "../api/client.ts";
import { list, shortDay } from "../i18n/dates.ts";
import { rich, t } from "../i18n/t.ts";
import { homeQuery } from "../partner/queries.ts";
import { Saver } from "../typed/saver.ts";
import { asItIsNow, Elsewhere, SavedState, useSaver } from "../typed/Typed.tsx";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { Icon } from "../ui/Icon.tsx";
import { Seen } from "../ui/Seen.tsx";
import { say } from "../ui/say.ts";
import { journalQuery, LONGEST, type Page, savePage, sharePage, takeBack, tearOut } from "./queries.ts";

type Props = { page: Page; journal: Schemas["Journal"] };
type Doing = "rest" | "changing" | "sharing" | "deleting";

/** A page of before: to read, to change, to share, to tear out. */
export function KeptPage({ page, journal }: Props) {
  const queries = useQueryClient();
  const [doing, setDoing] = useState<Doing>("rest");
  const [failed, setFailed] = useState(false);
  const day = shortDay(page.at, journal.zone, journal.now);
  const again = () => queries.invalidateQueries({ queryKey: journalQuery.queryKey });
  async function act(what: () => Promise<void>, said?: string) {
    setFailed(false);
    try {
      await what();
      if (said) say(said);
      setDoing("rest");
    } catch {
      setFailed(true);
    }
    await again();
  }
  return (
    <article className="je">
      <p className="meta">{day}</p>
      {doing === "changing" ? (
        <Changing page={page} day={day} onEnd={() => void again().then(() => setDoing("rest"))} />
      ) : (
        <p className="voice journal__text" dir="auto">
          {page.text}
        </p>
      )}
      {page.sharedAt && (
        <p className="status">
          <Icon name="eye" />
          {sharedWords(page.sharedAt, journal)}
        </p>
      )}
      {failed && <p role="alert">{t("journal.failed")}</p>}
      {doing === "deleting" && <p>{t("journal.really")}</p>}
      <div className="acts">
        {doing === "rest" && page.sharedAt && (
          <Button size="compact" onClick={() => void act(() => takeBack(page.id), t("journal.takenBack"))}>
            {t("journal.takeBack")}
          </Button>
        )}
        {doing === "rest" && !page.sharedAt && journal.shareWith && (
          <Button look="quiet" size="compact" onClick={() => setDoing("sharing")}>
            {t("journal.share")}
          </Button>
        )}
        {doing === "rest" && (
          <>
            <Button look="quiet" size="compact" onClick={() => setDoing("changing")}>
              {t("journal.change")} <span className="vh">{day}</span>
            </Button>
            <Button look="quiet" size="compact" onClick={() => setDoing("deleting")}>
              {t("journal.delete")}
            </Button>
          </>
        )}
        {doing === "deleting" && (
          <>
            <Button size="compact" onClick={() => void act(() => tearOut(page.id))}>
              {t("journal.deleteNow")}
            </Button>
            <Button look="quiet" size="compact" onClick={() => setDoing("rest")}>
              {t("ui.notNow")}
            </Button>
          </>
        )}
      </div>
      {journal.shareWith && (
        <Sharing
          open={doing === "sharing"}
          therapist={journal.shareWith}
          onShare={() => void act(() => sharePage(page.id, page.version))}
          onClose={() => setDoing("rest")}
        />
      )}
    </article>
  );
}

function sharedWords(sharedAt: string, journal: Schemas["Journal"]): string {
  const day = shortDay(sharedAt, journal.zone, journal.now);
  return journal.shareWith
    ? t("journal.shared", { therapist: journal.shareWith, day })
    : t("journal.sharedOnly", { day });
}

function Changing({ page, day, onEnd }: { page: Page; day: string; onEnd(): void }) {
  const queries = useQueryClient();
  const [saver] = useState(
    () => new Saver(page.text, page.version, LONGEST, (text, on) => savePage(page.id, text, on)),
  );
  const { text } = useSaver(saver);
  const find = useCallback(
    async () => (await asItIsNow(queries, journalQuery)).pages.find((one) => one.id === page.id),
    [queries, page.id],
  );
  async function end() {
    await saver.rest();
    if (!saver.isBehind) onEnd();
  }
  return (
    <div className="stack stack--s">
      <textarea
        className="field journal__field"
        aria-label={t("journal.changeLong", { day })}
        autoComplete="off"
        dir="auto"
        ref={(field) => field?.focus()}
        value={text}
        onChange={(event) => saver.type(event.target.value)}
        onBlur={() => void saver.rest()}
      />
      <Elsewhere saver={saver} find={find} />
      <SavedState saver={saver} />
      <div className="acts">
        <Button size="compact" onClick={() => void end()}>
          {t("journal.done")}
        </Button>
      </div>
    </div>
  );
}

type SharingProps = { open: boolean; therapist: string; onShare(): void; onClose(): void };

/** Who will read it, and what taking back can do, before it is shared. */
function Sharing({ open, therapist, onShare, onClose }: SharingProps) {
  const home = useQuery(homeQuery).data;
  const others = home?.members.filter((one) => one.seat !== home.you && one.seat !== "therapist") ?? [];
  const people = home?.members.map((one) => ({ ...one, on: !others.includes(one) })) ?? [];
  return (
    <Dialog
      open={open}
      title={t("journal.shareTitle", { therapist })}
      onClose={onClose}
      foot={
        <>
          <Button look="quiet" onClick={onClose}>
            {t("ui.notNow")}
          </Button>
          <Button look="primary" onClick={onShare}>
            {t("journal.shareNow", { therapist })}
          </Button>
        </>
      }
    >
      <p>{t("journal.shareText", { therapist })}</p>
      <Seen people={people} spoken={t("journal.shareText", { therapist })}>
        {rich(
          "journal.shareSeen",
          { b: (words) => <b>{words}</b> },
          { therapist, others: list(others.map((one) => one.name)), n: others.length },
        )}
      </Seen>
    </Dialog>
  );
}
