import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Asked } from "../api/Asked.tsx";
import { NothingHere } from "../identity/pages.tsx";
import { PartnerFrame } from "../partner/Frame.tsx";
import { type Agreement, type Agreements, agreementsQuery } from "./queries.ts";
import "./agreement.css";

type Props = { id: string; className: string; children(one: Agreement, all: Agreements): ReactNode };

/** One agreement of one's own in the partner's frame; to everybody else there is nothing here. */
export function Found({ id, className, children }: Props) {
  const all = useQuery(agreementsQuery);
  return (
    <PartnerFrame className={className}>
      <Asked of={all}>
        {(data) => {
          const one = data.agreements.find((each) => each.id === id);
          return one ? children(one, data) : <NothingHere />;
        }}
      </Asked>
    </PartnerFrame>
  );
}
