// What has changed from one wording to the next, word by word, for the other's eyes while somebody types.

export type Piece = { readonly kind: "same" | "out" | "in"; readonly text: string };

export function diff(from: string, to: string): Piece[] {
  const before = words(from);
  const after = words(to);
  const common = longestCommon(before, after);
  const at = (i: number, j: number) => common[i]?.[j] ?? 0;
  const pieces: { kind: Piece["kind"]; text: string }[] = [];
  const add = (kind: Piece["kind"], text: string | undefined) => {
    const last = pieces.at(-1);
    if (last?.kind === kind) {
      last.text += text ?? "";
    } else {
      pieces.push({ kind, text: text ?? "" });
    }
  };
  let i = 0;
  let j = 0;
  while (i < before.length || j < after.length) {
    if (i < before.length && j < after.length && before[i] === after[j]) {
      add("same", before[i]);
      i++;
      j++;
    } else if (j >= after.length || (i < before.length && at(i + 1, j) >= at(i, j + 1))) {
      add("out", before[i++]);
    } else {
      add("in", after[j++]);
    }
  }
  return pieces;
}

const words = (text: string) => text.match(/\s+|[^\s]+/g) ?? [];

/** For each pair of places how many words the rest of both have in common. */
function longestCommon(before: readonly string[], after: readonly string[]): Uint16Array[] {
  const table = Array.from({ length: before.length + 1 }, () => new Uint16Array(after.length + 1));
  for (let i = before.length - 1; i >= 0; i--) {
    const row = table[i] as Uint16Array;
    const below = table[i + 1] as Uint16Array;
    for (let j = after.length - 1; j >= 0; j--) {
      row[j] =
        before[i] === after[j] ? (below[j + 1] as number) + 1 : Math.max(below[j] as number, row[j + 1] as number);
    }
  }
  return table;
}
