import type { ButtonHTMLAttributes, ReactNode, Ref } from "react";
import { Icon, type IconName } from "./Icon.tsx";

type Props = Omit<ButtonHTMLAttributes<HTMLButtonElement>, "disabled"> & {
  look?: "primary" | "secondary" | "quiet" | "link" | "alarm";
  size?: "l" | "compact";
  block?: boolean;
  icon?: IconName;
  /** Waits for the server's yes: it keeps its place and says so. */
  busy?: boolean;
  /** Not possible yet: it keeps the focus, and the reason stands beside it (`aria-describedby`). */
  notYet?: boolean;
  children: ReactNode;
  ref?: Ref<HTMLButtonElement>;
};

/** A button. What cannot be done yet is still found and read by the keyboard, it only does nothing. */
export function Button({
  look = "secondary",
  size,
  block,
  icon,
  busy,
  notYet,
  children,
  onClick,
  className,
  ...rest
}: Props) {
  const classes = ["btn", `btn--${look}`];
  if (size) classes.push(`btn--${size}`);
  if (block) classes.push("btn--block");
  if (busy) classes.push("is-busy");
  if (className) classes.push(className);
  const rests = busy || notYet;
  return (
    <button
      type="button"
      {...rest}
      className={classes.join(" ")}
      aria-disabled={rests || undefined}
      aria-busy={busy || undefined}
      onClick={(event) => {
        if (rests) event.preventDefault();
        else onClick?.(event);
      }}
    >
      {busy ? <Icon name="saving" /> : icon && <Icon name={icon} />}
      {children}
    </button>
  );
}

type IconButtonProps = Omit<ButtonHTMLAttributes<HTMLButtonElement>, "children"> & { icon: IconName; label: string };

/** A button that is only a picture, with its words for those who cannot see it. */
export function IconButton({ icon, label, className, ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={["btn btn--quiet btn--icon", className].filter(Boolean).join(" ")}
      aria-label={label}
    >
      <Icon name={icon} />
    </button>
  );
}
