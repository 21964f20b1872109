// All kinds of steps. A new kind is one folder and one line here; one that only the server knows fails the build.
import { agree } from "./agree/index.ts";
import { choose } from "./choose/index.ts";
import { closing } from "./closing/index.ts";
import { ground } from "./ground/index.ts";
import { read } from "./read/index.ts";
import { reveal } from "./reveal/index.ts";
import { scale } from "./scale/index.ts";
import { sort } from "./sort/index.ts";
import type { Kinds } from "./step-kind.ts";
import { talk } from "./talk/index.ts";
import { write } from "./write/index.ts";

export const kinds: Kinds = { read, write, scale, choose, sort, reveal, talk, agree, ground, closing };
