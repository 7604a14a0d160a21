package io.github.alprolab.datasets.sprites;

import io.github.alprolab.datasets.Split;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Draws who is in a clip and what each does, within the pairs that the split may show. */
final class Casting {
    /** Percent of casts that are led to act together, by recipes with encounters. */
    private static final int ENCOUNTERS = 30;

    /**
     * Percent of casts of two or more chosen to be able to meet; few are where splits are small.
     */
    private static final int MEETINGS = 15;

    private final List<Noun> nouns = SpriteTable.nouns();
    private final ContentSplits splits = Table.SPLITS;
    private final SpriteRecipe recipe;

    Casting(SpriteRecipe recipe) {
        this.recipe = recipe;
    }

    /**
     * One to three different nouns, in shares 25 : 50 : 25 where the recipe allows all, every pair
     * of which is of the split.
     */
    List<Noun> nouns(Split split, ScriptRandom random) {
        int count = recipe.drawCount(random);
        boolean meeting = recipe.encounters() && count > 1 && random.chance(MEETINGS);
        List<Noun> able = meeting ? able(nouns, split) : nouns;
        while (true) {
            List<Noun> cast = new ArrayList<>(List.of(random.pick(able)));
            while (cast.size() < count) {
                List<Noun> fitting = fitting(cast, split);
                if (meeting && cast.size() == 1) {
                    fitting = able(fitting, split);
                }
                if (fitting.isEmpty()) {
                    break;
                }
                cast.add(random.pick(fitting));
            }
            if (cast.size() == count) {
                return cast;
            }
        }
    }

    /** What each of them does; empty when what was drawn does not fit together. */
    Optional<List<Role>> roles(List<Noun> cast, Split split, ScriptRandom random) {
        List<Action> drawn = new ArrayList<>();
        for (Noun noun : cast) {
            drawn.add(random.pick(actions(noun, split, cast.size() > 1)));
        }
        if (recipe.encounters() && cast.size() > 1 && random.chance(ENCOUNTERS)) {
            encounter(cast, split, drawn, random);
        }
        int[] partners = IntStream.generate(() -> Role.NONE).limit(cast.size()).toArray();
        for (int i = 0; i < cast.size(); i++) {
            if (drawn.get(i).needsPartner() && partners[i] == Role.NONE) {
                int partner = partner(i, cast, split, drawn, partners);
                if (partner == Role.NONE) {
                    return Optional.empty();
                }
                partners[i] = partner;
                if (drawn.get(i) == Action.MEET) {
                    drawn.set(partner, Action.MEET);
                    partners[partner] = i;
                }
            }
        }
        return Optional.of(
                IntStream.range(0, cast.size())
                        .mapToObj(i -> new Role(cast.get(i), drawn.get(i), partners[i]))
                        .toList());
    }

    /** Lets the first two meet, or one pass behind the other, where the split may show it. */
    private void encounter(List<Noun> cast, Split split, List<Action> drawn, ScriptRandom random) {
        List<Action> first = splits.actions(cast.get(0), split);
        List<Action> second = splits.actions(cast.get(1), split);
        List<Action> still = second.stream().filter(Action::inPlace).toList();
        boolean behind = first.contains(Action.PASS_BEHIND) && !still.isEmpty();
        boolean meet = first.contains(Action.MEET) && second.contains(Action.MEET);
        if (meet && (!behind || random.chance(50))) {
            drawn.set(0, Action.MEET);
            drawn.set(1, Action.MEET);
        } else if (behind) {
            drawn.set(0, Action.PASS_BEHIND);
            drawn.set(1, random.pick(still));
        }
    }

    private int partner(int i, List<Noun> cast, Split split, List<Action> drawn, int[] partners) {
        boolean meeting = drawn.get(i) == Action.MEET;
        return IntStream.range(0, cast.size())
                .filter(j -> j != i)
                .filter(
                        j ->
                                meeting
                                        ? drawn.get(j) == Action.MEET && partners[j] == Role.NONE
                                        : drawn.get(j).inPlace())
                .findFirst()
                .orElse(Role.NONE);
    }

    private List<Noun> able(List<Noun> some, Split split) {
        return some.stream().filter(n -> splits.actions(n, split).contains(Action.MEET)).toList();
    }

    private List<Action> actions(Noun noun, Split split, boolean inCompany) {
        return splits.actions(noun, split).stream()
                .filter(action -> inCompany || !action.needsPartner())
                .toList();
    }

    private List<Noun> fitting(List<Noun> cast, Split split) {
        return nouns.stream()
                .filter(noun -> !cast.contains(noun))
                .filter(noun -> cast.stream().allMatch(c -> ContentSplits.of(c, noun) == split))
                .toList();
    }

    /** The same for every seed and recipe, and slow to rank. */
    private static final class Table {
        private static final ContentSplits SPLITS = new ContentSplits(SpriteTable.nouns());
    }
}
