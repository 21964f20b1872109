package app.accord.diary;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All of one's pages, from new to old.
 *
 * @param shareWith the therapist's first name; null: what was agreed knows no sharing
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Diary(Instant now, String zone, @Nullable String shareWith, List<Page> pages) {}
