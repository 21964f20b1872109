package app.accord.authoring;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.accord.authoring.OwnDraft.Wrong;
import app.accord.exercise.ExerciseYaml;
import app.accord.exercise.OwnFile;
import app.accord.http.Api;
import app.accord.http.Call;
import app.accord.http.Reply;
import app.accord.kernel.PersonId;
import app.accord.kernel.Problem;
import app.accord.kernel.Saved;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Own exercises over HTTP. What is read are one's own words and the library's: it leaves no row.
 */
public final class OwnExerciseRoutes {
  private static final Problem TOO_LARGE =
      Problem.of("too-large", 413, "An exercise is at most 64 KiB");

  private final OwnExercises own;

  public OwnExerciseRoutes(OwnExercises own) {
    this.own = own;
  }

  /** Hangs up the operations of the library's drafts, checks and files. */
  public void hangUp(Api api) {
    api.on("getExercise", this::exercise)
        .on("getExerciseFile", this::file)
        .on("getExerciseDrafts", this::drafts)
        .on("getExerciseDraft", this::draft)
        .on("putExerciseDraft", this::save)
        .on("deleteExerciseDraft", this::discard)
        .on("publishExercise", this::publish)
        .on("checkExercise", this::check);
  }

  private Future<Reply> exercise(Call call) {
    return own.whole(me(call), call.text("exerciseId")).map(OwnExerciseRoutes::found);
  }

  /** {@code name} is what a browser calls the file. */
  record File(String name, String text) {}

  private Future<Reply> file(Call call) {
    return own.file(me(call), call.text("exerciseId"))
        .map(found -> found.map(file -> new File(file.name(), new String(file.bytes(), UTF_8))))
        .map(OwnExerciseRoutes::found);
  }

  private Future<Reply> drafts(Call call) {
    return own.list(me(call)).map(OwnExerciseRoutes::found);
  }

  private Future<Reply> draft(Call call) {
    return own.draft(me(call), call.uuid("draftId")).map(OwnExerciseRoutes::found);
  }

  private static Reply found(Optional<?> found) {
    return found.<Reply>map(Reply::ok).orElseGet(Reply::notFound);
  }

  /** The version that is kept now, and what is wrong with it. */
  record KeptDraft(int version, List<Wrong> mistakes) {}

  private Future<Reply> save(Call call) {
    JsonNode from = call.body().path("from");
    return from.isTextual()
        ? own.copyOf(me(call), call.uuid("draftId"), from.textValue())
            .compose(
                text ->
                    text.isEmpty()
                        ? Future.succeededFuture(Reply.notFound())
                        : save(call, text.get()))
        : save(call, typed(call.body()));
  }

  private static String typed(ObjectNode body) {
    JsonNode form = body.path("form");
    return form.isObject() ? ExerciseYaml.write(form) : body.path("text").textValue();
  }

  private Future<Reply> save(Call call, String text) {
    if (OwnFile.isTooLarge(text)) {
      return Future.succeededFuture(new Reply.Failed(TOO_LARGE));
    }
    return own.save(me(call), call.uuid("draftId"), text, call.body().path("version").intValue())
        .map(
            saved ->
                saved instanceof Saved.Kept(int version)
                    ? Reply.ok(new KeptDraft(version, Wrong.all(OwnFile.read(text).mistakes())))
                    : Reply.saved(saved));
  }

  private Future<Reply> discard(Call call) {
    return own.discard(me(call), call.uuid("draftId"))
        .map(gone -> gone ? Reply.empty() : Reply.notFound());
  }

  /** Mistakes: nothing was published. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Came(@Nullable String exercise, @Nullable Integer version, List<Wrong> mistakes) {}

  private Future<Reply> publish(Call call) {
    return own.publish(
            me(call),
            call.uuid("draftId"),
            call.body().path("version").intValue(),
            call.body().path("shared").booleanValue())
        .map(
            outcome ->
                switch (outcome) {
                  case OwnExercises.Published(String exercise, int version) ->
                      Reply.ok(new Came(exercise, version, List.of()));
                  case OwnExercises.Unfit(var mistakes) -> Reply.ok(new Came(null, null, mistakes));
                  case OwnExercises.Refused(var why) -> new Reply.Failed(why);
                });
  }

  /** {@code form}: null where a form could not hold all of it. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Checked(@Nullable ObjectNode form, List<Wrong> mistakes) {}

  private Future<Reply> check(Call call) {
    return own.check(me(call), call.body().path("text").textValue())
        .map(
            found ->
                found.map(
                    read -> new Checked(read.form().orElse(null), Wrong.all(read.mistakes()))))
        .map(OwnExerciseRoutes::found);
  }

  private static PersonId me(Call call) {
    return call.caller().person();
  }
}
