/** Two arcs that breathe. With reduced motion they stand still; nobody has to follow them. */
export function Arcs() {
  return (
    <svg className="arcs" viewBox="0 0 240 168" aria-hidden="true">
      <path className="arcs__one" d="M34 132A72 72 0 1 1 168 98" />
      <path className="arcs__two" d="M206 36A72 72 0 1 1 72 70" />
    </svg>
  );
}
