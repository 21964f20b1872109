import type { ReactNode } from "react";
import { Icon, type IconName } from "./Icon.tsx";

type Props = {
  look?: "plain" | "accent" | "alarm";
  icon?: IconName;
  title?: ReactNode;
  children?: ReactNode;
  spoken?: boolean;
};

/** Something to know. Said aloud only where it comes by itself; in a hurry only where work could be lost. */
export function Notice({ look = "plain", icon = "info", title, children, spoken }: Props) {
  const kind = look === "accent" ? "notice" : `notice notice--${look}`;
  return (
    <div className={kind} role={spoken ? (look === "alarm" ? "alert" : "status") : undefined}>
      <Icon name={icon} />
      <div className="stack stack--xs">
        {title && <p className="strong">{title}</p>}
        {children}
      </div>
    </div>
  );
}
