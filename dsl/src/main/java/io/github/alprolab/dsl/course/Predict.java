package io.github.alprolab.dsl.course;

import java.util.List;

/**
 * What a reader of the notebooks says before a cell is run: two numbers of each notebook. The first
 * digit of an exercise's name is the notebook's.
 */
public final class Predict {
    private static final double TWO_DIGITS = 0.006;
    private static final double ONE_DIGIT = 0.06;

    private Predict() {}

    /** Rows of a table of splits. */
    public static Exercise<Void> rows() {
        return Exercise.value("0.1 Rows of a table")
                .asks(
                        "How many rows has sprites.limit(5).describe(), which has one for each split?")
                .expects(Expected.number(1, 0))
                .mistake(3, "A corpus has three splits; which of them did only(…) keep?")
                .mistake(5, "That is the column clips. A row stands for a split.")
                .hint("sprites was made with only(Split.TEST).");
    }

    /** The least loss with captions that are equal. */
    public static Exercise<Void> floorOfColours() {
        return Exercise.value("0.2 The least loss with equal captions")
                .asks(
                        "A batch of 64 clips shows eight colours, each as often. Below which VTC loss"
                                + " can no model get?")
                .expects(Expected.number(Math.log(8), TWO_DIGITS))
                .mistake(Math.log(64), "That is the loss of a model that knows nothing.")
                .mistake(8, "So many captions are equal; the loss is a logarithm of that.")
                .mistake(3, "That is in bits; losses here are natural logarithms.")
                .mistake(0, "It would need captions that are all different.")
                .hint("Among equal captions the best guess gives each the same probability.");
    }

    /** Tokens of a longer clip. */
    public static Exercise<Void> tokens() {
        return Exercise.value("1.1 Tokens of eight frames")
                .asks(
                        "check() says 65 tokens a clip for 4 frames of 64 pixels. How many for 8"
                                + " frames of 64 pixels?")
                .expects(Expected.number(129, 0))
                .mistake(130, "CLS is one token for the clip, however many frames it has.")
                .mistake(128, "The CLS token is one more.")
                .mistake(
                        257,
                        "That would be twice the edge of a frame; frames grow in number alone.")
                .hint("Patches of 16 pixels: 16 a frame.");
    }

    /** The accuracy of VTM without learning. */
    public static Exercise<Void> alwaysNo() {
        return Exercise.value("1.2 Always no")
                .asks(
                        "VTM judges one right pair and two wrong ones. How many percent are right for"
                                + " who always says no match?")
                .expects(Expected.number(200 / 3.0, ONE_DIGIT * 10))
                .mistake(50, "A coin is right for half of them; two of three pairs are wrong ones.")
                .mistake(100 / 3.0, "That is always saying match.")
                .mistake(2 / 3.0, "That is a share; it is asked in percent.")
                .hint("The wrong pairs are judged rightly, the right one is not.");
    }

    /** Recall without learning. */
    public static Exercise<Void> recallAtTen() {
        return Exercise.value("2.1 R@10 at chance")
                .asks("256 clips in random order: R@10 in percent?")
                .expects(Expected.number(1000 / 256.0, ONE_DIGIT))
                .mistake(100 / 256.0, "That is R@1.")
                .mistake(10 / 256.0, "That is a share; recall is told in percent.")
                .mistake(10, "That is R@10 of 100 clips.")
                .hint("The right clip is at each of 256 places with the same probability.");
    }

    /** What re-ranking costs. */
    public static Exercise<Void> judgedPairs() {
        return Exercise.value("2.2 Pairs that VTM reads")
                .asks(
                        "256 captions, and rerank(16) for each: how many pairs does VTM read to order"
                                + " clips for captions?")
                .expects(Expected.number(4096, 0))
                .mistake(65536, "That is rerankAll(): every caption with every clip.")
                .mistake(256, "Each caption is read with more than one clip.")
                .mistake(16, "That is one caption.")
                .hint("VTC chooses 16 clips for every caption.");
    }

    /** The best constant answer. */
    public static Exercise<Void> floorOfAnswers() {
        return Exercise.value("3.1 Floor")
                .asks(
                        "Of 100 questions 40 have the answer two, 30 one, 20 left, 10 up. How many"
                                + " percent does the best constant answer get?")
                .expects(Expected.number(40, 0))
                .mistake(25, "That is guessing among four answers.")
                .mistake(0.4, "That is a share; it is asked in percent.")
                .mistake(30, "That is the average of guessing by frequency: say two every time.")
                .hint("Always two.");
    }

    /** What a list of answers allows. */
    public static Exercise<Void> ceilingOfAnswers() {
        return Exercise.value("3.2 Ceiling")
                .asks(
                        "The same questions with Answers.top(2): the best accuracy of any model, in percent?")
                .expects(Expected.number(70, 0))
                .mistake(100, "An answer that is not in the list cannot be given.")
                .mistake(50, "Two of four answers are in the list, and they are the frequent ones.")
                .mistake(90, "That is top(3).")
                .hint("The list has two and one.");
    }

    /** A vector's product with itself. */
    public static Exercise<Void> productWithItself() {
        return Exercise.value("4.1 A vector times itself")
                .asks("A clip's vector has length 1. What is its product with itself?")
                .expects(Expected.number(1, 1e-4))
                .mistake(0, "That is the product of two vectors at a right angle.")
                .mistake(64, "So many numbers it has; their squares are summed.")
                .hint("The sum of the squares is the length, squared.");
    }

    /** Patches of a larger frame. */
    public static Exercise<Void> patches() {
        return Exercise.value("4.2 Patches of a larger frame")
                .asks(
                        "Frames of 64 pixels have 16 patches of 16 pixels each. How many have frames"
                                + " of 224 pixels?")
                .expects(Expected.number(196, 0))
                .mistake(14, "That is one row of patches.")
                .mistake(56, "A frame of 224 pixels is larger both ways.")
                .mistake(785, "Those are the tokens of a clip of four frames.")
                .hint("224 / 16 in a row, and as many rows.");
    }

    /** All of them, in the order of the notebooks. */
    public static List<Exercise<?>> all() {
        return List.of(
                rows(),
                floorOfColours(),
                tokens(),
                alwaysNo(),
                recallAtTen(),
                judgedPairs(),
                floorOfAnswers(),
                ceilingOfAnswers(),
                productWithItself(),
                patches());
    }
}
