package io.github.alprolab.dsl.record;

import io.github.alprolab.datasets.gallery.Html;
import io.github.alprolab.dsl.show.Numbers;
import io.github.alprolab.dsl.show.Showing;
import io.github.alprolab.dsl.show.Shown;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What {@code run.json} says of a run.
 *
 * @param state where it stands
 * @param hash complete hash of configuration and data
 * @param started when its first session began, ISO-8601 in UTC
 * @param ended when its last session ended; empty while it runs, and where nobody could write it
 * @param seconds time at work over all sessions
 * @param step training steps done
 * @param epoch epochs done
 * @param reason why it ended
 */
public record RunStatus(
        RunState state,
        String hash,
        String started,
        String ended,
        double seconds,
        int step,
        int epoch,
        String reason)
        implements Shown {
    private static final int BRIEF = 8;
    private static final String ABANDONED = "its process ended without a word";
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    public RunStatus {
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(ended, "ended");
        Objects.requireNonNull(reason, "reason");
        Instant.parse(Objects.requireNonNull(started, "started"));
        if (Objects.requireNonNull(hash, "hash").length() < BRIEF) {
            throw new IllegalArgumentException("The hash “" + hash + "” is too short.");
        }
    }

    /** A run that starts now. */
    public static RunStatus starting(String hash, Instant now) {
        return new RunStatus(RunState.RUNNING, hash, now.toString(), "", 0, 0, 0, "");
    }

    /** At work again. */
    public RunStatus resumed() {
        return new RunStatus(RunState.RUNNING, hash, started, "", seconds, step, epoch, "");
    }

    /** What is true when {@code run.json} says RUNNING and nobody is at work. */
    RunStatus abandoned() {
        return new RunStatus(
                RunState.INTERRUPTED, hash, started, "", seconds, step, epoch, ABANDONED);
    }

    /** With the end of a session. */
    public RunStatus ended(RunState how, Instant now, double more, String why) {
        return new RunStatus(how, hash, started, now.toString(), seconds + more, step, epoch, why);
    }

    /** With progress. */
    public RunStatus at(int newStep, int newEpoch) {
        return new RunStatus(state, hash, started, ended, seconds, newStep, newEpoch, reason);
    }

    /** When its first session began. */
    Instant begin() {
        return Instant.parse(started);
    }

    /** When its first session began, for people: 2026-11-24 13:40 UTC. */
    public String startedAt() {
        return minute(started);
    }

    /** When its last session ended, for people; empty while it runs. */
    public String endedAt() {
        return ended.isEmpty() ? "" : minute(ended);
    }

    private static String minute(String instant) {
        return MINUTE.format(Instant.parse(instant));
    }

    /** The first eight digits of the hash. */
    public String brief() {
        return hash.substring(0, BRIEF);
    }

    String json() {
        Map<String, Object> all = new TreeMap<>();
        all.put("state", state.name());
        all.put("hash", hash);
        all.put("started", started);
        all.put("ended", ended);
        all.put("seconds", seconds);
        all.put("step", step);
        all.put("epoch", epoch);
        all.put("reason", reason);
        return CanonicalJson.write(all);
    }

    /** A card: what people want to know of it, without the digits that tell machines more. */
    @Override
    public Showing show() {
        String head = "<b>" + state + "</b> · run " + brief();
        String html =
                "<div style=\"max-width:720px;padding:8px 12px;border:1px solid"
                        + " var(--jp-border-color2,#d8dee4);border-radius:4px\">"
                        + head
                        + lines().stream()
                                .map(line -> "<br>" + Html.escape(line))
                                .collect(Collectors.joining())
                        + "</div>";
        return Showing.plain(toString()).html(html);
    }

    private List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("started " + startedAt() + (ended.isEmpty() ? "" : ", ended " + endedAt()));
        lines.add(
                "epoch %d, step %s, %s at work"
                        .formatted(epoch, Numbers.whole(step), Numbers.duration(seconds)));
        if (!reason.isEmpty()) {
            lines.add(reason);
        }
        return lines;
    }

    @Override
    public String toString() {
        return "%s — run %s, started %s, %s at work, epoch %d, step %d%s"
                .formatted(
                        state,
                        brief(),
                        startedAt(),
                        Numbers.duration(seconds),
                        epoch,
                        step,
                        reason.isEmpty() ? "" : " (" + reason + ")");
    }
}
