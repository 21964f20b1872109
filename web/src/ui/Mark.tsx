import { type MarkShape, shapeOf } from "./marks.ts";

type Size = "xs" | "s" | "l" | "xl" | "2xl";

type Props = {
  /** The seat, or a shape where there is no room. */
  seat: string | { shape: MarkShape };
  initial: string;
  size?: Size | undefined;
  /** Dashed: not here, not yet, cannot see. */
  off?: boolean | undefined;
  soft?: boolean | undefined;
  /** Has the floor: a ring. */
  floor?: boolean | undefined;
  /** Its words, where no name stands beside it. */
  label?: string | undefined;
};

/** A person: shape, initial and colour together, so that none of them has to be seen alone. */
export function Mark({ seat, initial, size, off, soft, floor, label }: Props) {
  const shape = typeof seat === "string" ? shapeOf(seat) : seat.shape;
  const classes = ["mark", `mark--${shape}`];
  if (size) classes.push(`mark--${size}`);
  if (off) classes.push("mark--off");
  if (soft) classes.push("mark--soft");
  if (floor) classes.push("mark--floor");
  if (label === undefined) {
    return (
      <span className={classes.join(" ")} aria-hidden="true">
        {initial}
      </span>
    );
  }
  return (
    <span className={classes.join(" ")} role="img" aria-label={label}>
      {initial}
    </span>
  );
}
