package io.github.alprolab.datasets.sprites;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Says what happens on given tracks, in varying words; never says what does not happen. */
final class CaptionWriter {
    private static final int MOST_CAPTIONS = 3;

    private final ScriptRandom random;
    private final Phrasing phrasing;

    CaptionWriter(ScriptRandom random, Phrasing phrasing) {
        this.random = random;
        this.phrasing = phrasing;
    }

    /** One to three sentences, the first naming every sprite and its action. */
    List<String> captions(List<SpriteTrack> tracks) {
        List<SpriteTrack> told = inTellingOrder(tracks);
        List<String> captions = new ArrayList<>(List.of(full(told)));
        int extra = random.below(MOST_CAPTIONS);
        for (int i = 0; i < extra; i++) {
            captions.add(random.chance(20) ? namesOnly(tracks) : full(told));
        }
        return captions.stream().distinct().toList();
    }

    /** One sentence that names every sprite and its action. */
    String caption(List<SpriteTrack> tracks) {
        return full(inTellingOrder(tracks));
    }

    /**
     * A sprite that passes behind another comes after it; of two that meet, one speaks for both.
     */
    private static List<SpriteTrack> inTellingOrder(List<SpriteTrack> tracks) {
        List<SpriteTrack> told = new ArrayList<>();
        for (SpriteTrack track : tracks) {
            boolean spokenFor =
                    track.action() == Action.MEET
                            && told.stream()
                                    .anyMatch(
                                            t ->
                                                    track.partner()
                                                            .filter(t.noun()::equals)
                                                            .isPresent());
            if (!spokenFor) {
                told.add(track);
            }
        }
        told.sort(Comparator.comparing(t -> t.action() == Action.PASS_BEHIND));
        return told;
    }

    private String full(List<SpriteTrack> told) {
        Article article = article();
        return switch (random.below(4)) {
            case 0, 1 -> sentence(clauses(told, article, Form.FINITE));
            case 2 ->
                    random.pick(phrasing.leads()) + sentence(clauses(told, article, Form.RELATIVE));
            default ->
                    random.pick(phrasing.leads())
                            + sentence(clauses(told, article, Form.PARTICIPLE));
        };
    }

    private String namesOnly(List<SpriteTrack> tracks) {
        Article article = article();
        return random.pick(phrasing.leads())
                + sentence(tracks.stream().map(t -> article.before(t.noun())).toList());
    }

    private Article article() {
        int share = random.below(10);
        return share == 0 ? Article.ONE : share <= 2 ? Article.THE : Article.A;
    }

    private List<String> clauses(List<SpriteTrack> told, Article article, Form form) {
        return told.stream()
                .map(track -> clause(track, article, form) + passing(track, told))
                .toList();
    }

    private String clause(SpriteTrack track, Article article, Form form) {
        VerbPhrase phrase = random.pick(phrasing.verbs(track.action()));
        Article ofPartner = track.action() == Action.MEET ? article : Article.THE;
        String partner = track.partner().map(noun -> " " + ofPartner.before(noun)).orElse("");
        return article.before(track.noun())
                + form.joined(phrase, track.noun())
                + phrase.rest()
                + partner;
    }

    private String passing(SpriteTrack track, List<SpriteTrack> told) {
        if (!phrasing.tellsPassing()) {
            return "";
        }
        List<Noun> passed = Passing.passedBy(track, told);
        boolean said = !passed.isEmpty() && random.chance(50);
        return said ? " past " + Article.THE.before(passed.get(0)) : "";
    }

    private String sentence(List<String> parts) {
        int last = parts.size() - 1;
        String listed =
                last == 0
                        ? parts.get(0)
                        : String.join(", ", parts.subList(0, last)) + " and " + parts.get(last);
        return listed + (random.chance(40) ? "." : "");
    }

    private enum Form {
        FINITE,
        RELATIVE,
        PARTICIPLE;

        String joined(VerbPhrase phrase, Noun subject) {
            String finite =
                    subject.grammar() == NounGrammar.PLURAL ? phrase.plural() : phrase.singular();
            return switch (this) {
                case FINITE -> " " + finite;
                case RELATIVE -> " that " + finite;
                case PARTICIPLE -> " " + phrase.participle();
            };
        }
    }
}
