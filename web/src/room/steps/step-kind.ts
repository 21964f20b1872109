// What a kind of step is: its part of the room's state, and a view for each side. One folder a kind, one line in index.ts.
import type { ComponentType, LazyExoticComponent } from "react";
import type { Run } from "../fold/run.ts";
import type { StepProps } from "./props.ts";
import type { Step } from "./steps-types.ts";

export type StepKind<S extends Step, W> = {
  readonly kind: S["kind"];
  /**
   * What its views need of the run: mostly `stepOf(run, step.common.id).asking` and the like. `steps` are all steps of
   * the exercise that are offered, their words as adapted, for kinds that look at another: a reveal at its sort.
   */
  work(run: Run, step: S, steps: readonly Step[]): W;
  readonly Partner: LazyExoticComponent<ComponentType<StepProps<S, W>>>;
  readonly Therapist: LazyExoticComponent<ComponentType<StepProps<S, W>>>;
};

/** A kind whose work only itself knows. */
// biome-ignore lint/suspicious/noExplicitAny: the registry holds kinds of different works side by side
export type AnyKind<S extends Step> = StepKind<S, any>;

/** One for each kind that the server knows: a kind without a folder fails the build. */
export type Kinds = { readonly [K in Step["kind"]]: AnyKind<Extract<Step, { kind: K }>> };
