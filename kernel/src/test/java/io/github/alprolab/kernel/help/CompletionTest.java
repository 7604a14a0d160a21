package io.github.alprolab.kernel.help;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alprolab.kernel.api.KernelExtension;
import io.github.alprolab.kernel.session.JavaSession;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Tab offers, and in which order. */
class CompletionTest {
    private static JavaSession session;
    private static Assistant assistant;

    @BeforeAll
    static void open() {
        session =
                new JavaSession(List.of("java.util.*", "io.github.alprolab.kernel.help.Schedule"));
        session.run("var plan = Schedule.once();", 1);
        session.run("var words = new ArrayList<String>();", 2);
        session.run("record Point(int x, int y) {}", 3);
        session.run("var point = new Point(1, 2);", 4);
        session.run("int twice(int number) { return 2 * number; }", 5);
        session.run("import static io.github.alprolab.kernel.help.Schedule.*;", 6);
        assistant =
                new Assistant(
                        session, List.of(new Additions()), List.of(), UnaryOperator.identity());
    }

    private static final class Additions implements KernelExtension {
        @Override
        public List<Class<?>> makers() {
            return List.of(Schedule.Starts.class);
        }

        @Override
        public boolean isHidden(Class<?> declaring, String member) {
            return member.equals("inner") || (declaring == Schedule.class && member.equals("all"));
        }
    }

    @AfterAll
    static void close() {
        session.close();
    }

    private static Completion complete(String code) {
        return assistant.complete(code, code.length());
    }

    private static List<String> texts(String code) {
        return complete(code).matches().stream().map(Match::text).toList();
    }

    private static Match match(String code, String text) {
        return complete(code).matches().stream()
                .filter(m -> m.text().equals(text))
                .findFirst()
                .orElseThrow(() -> new AssertionError(text + " is not among " + texts(code)));
    }

    @Test
    void ownMethodsComeBeforeThoseOfObject() {
        List<String> all = texts("plan.");
        assertThat(all).contains("epochs(", "toString()", "getClass()");
        assertThat(all.subList(0, 4)).doesNotContain("equals(", "getClass()", "hashCode()");
        assertThat(all.indexOf("getClass()")).isGreaterThan(all.indexOf("edit("));
    }

    @Test
    void anEnumOffersItsOwnMembersFirstAndNothingOfItsSuperclass() {
        assertThat(texts("Schedule.Course."))
                .containsExactly("CONSTANT", "LINEAR", "valueOf(", "values()", "class");
        assertThat(texts("Schedule.Course.Enu")).containsExactly("EnumDesc");
        List<String> ofConstant = texts("Schedule.Course.LINEAR.");
        assertThat(ofConstant).first().isEqualTo("next()");
        assertThat(ofConstant.indexOf("name()")).isLessThan(ofConstant.indexOf("getClass()"));
    }

    @Test
    void typesComeBehindMethodsAndTheClassIsLast() {
        List<String> all = texts("Schedule.");
        assertThat(all.subList(0, 2)).containsExactly("begin()", "once()");
        assertThat(all.subList(2, all.size()))
                .containsExactly("Course", "Place", "Start", "Starts", "class");
    }

    @Test
    void whatAnExtensionHidesIsOfferedOnceItIsBegun() {
        assertThat(texts("plan.")).doesNotContain("all(");
        assertThat(texts("plan.al")).containsExactly("all(");
        assertThat(texts("plan.from(")).doesNotContain("Starts.inner()");
    }

    @Test
    void aListOfManyOwnMembersLeavesOutWhatEveryObjectHas() {
        StringBuilder wide = new StringBuilder("class Wide {");
        for (int i = 10; i < 28; i++) {
            wide.append(" public int m").append(i).append("() { return 0; }");
        }
        session.run(wide + " }\nvar wide = new Wide();", 7);
        List<String> all = texts("wide.");
        assertThat(all).hasSize(20).contains("m10()", "m27()");
        assertThat(texts("wide.toS")).containsExactly("toString()");
        assertThat(texts("\"a\".")).contains("equals(");
    }

    @Test
    void makersOfOtherTypesAreOfferedAloneWhereAnArgumentHasNone() {
        assertThat(texts("plan.from("))
                .containsExactly("Starts.soon()", "Schedule.begin()", "plan.start()", "begin()");
        assertThat(texts("plan.from(so")).containsExactly("Starts.soon()");
        assertThat(texts("plan.from(Arr")).contains("ArrayList").doesNotContain("Starts.soon()");
    }

    @Test
    void variablesOfAnExpectedTypeComeFirst() {
        session.run("Schedule.Start early = Schedule.begin();", 8);
        assertThat(texts("plan.from(").subList(0, 2)).containsExactly("early", "Starts.soon()");
        assertThat(texts("plan.from(pl")).containsExactly("plan.start()", "plan");
        session.run("early = null;", 9);
    }

    @ParameterizedTest
    @ValueSource(strings = {"plan.course(", "plan.at(", "Schedule.Course c = "})
    void whereValuesFitNoOtherNamesAreOffered(String code) {
        assertThat(texts(code)).noneMatch(text -> text.startsWith("Array"));
    }

    @ParameterizedTest
    @CsvSource({
        "plan.edit(, s -> s.",
        "words.forEach(, e -> ",
        "words.stream().filter(, t -> ",
        "'words.stream().reduce(\"\", ', '(t, u) -> '"
    })
    void theBeginOfALambdaIsOffered(String code, String begin) {
        assertThat(texts(code)).anyMatch(text -> text.strip().equals(begin.strip()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "if (words.isE",
                "while (!words.isE",
                "if (words.size() > 1 && words.isE",
                "if (words.contains(words.isE",
                "int m() { if (words.isE",
                "class Q { void m() { while (words.isE",
                "if (true) {} else if (words.isE",
                "do {} while (words.isE",
                "for (var w : List.of(words)) { if (w.isE",
                "for (List<String> w : List.of(words)) if (w.isE",
                "for (int i = 0; words.isE"
            })
    void membersAreOfferedInConditionsThatAreStillOpen(String code) {
        assertThat(texts(code)).containsExactly("isEmpty()");
        assertThat(complete(code).start()).isEqualTo(code.length() - 3);
    }

    @Test
    void methodsOfATypeAreOfferedAsReferences() {
        assertThat(texts("words.stream().map(String::le")).containsExactly("length");
        assertThat(texts("List.of(point).stream().map(Point::")).contains("x", "y");
        assertThat(texts("words.forEach(System.out::printl")).containsExactly("println");
        assertThat(match("words.stream().map(String::valueO", "valueOf").kind())
                .isEqualTo("function");
    }

    @Test
    void membersAreOfferedWhereALoopNamesItsCollection() {
        assertThat(texts("for (String w : words.subL")).containsExactly("subList(");
    }

    @ParameterizedTest
    @ValueSource(strings = {"new ", "class A { int m() { return ", "new Point("})
    void namesOfJShellAreNotOffered(String code) {
        assertThat(texts(code)).noneMatch(text -> text.contains("$"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"words?", "?words", "Math.max??"})
    void aQuestionIsAWholeCell(String code) {
        assertThat(assistant.state(code).status()).isEqualTo("complete");
    }

    @ParameterizedTest
    @ValueSource(strings = {"plan.", "Schedule.begin().", "plan.edit(p -> p."})
    void waitAndNotifyAreHiddenUntilTheyAreTyped(String code) {
        assertThat(texts(code)).doesNotContain("wait()", "wait(", "notify()", "notifyAll()");
        assertThat(texts(code + "no")).contains("notify()", "notifyAll()");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plan.course(",
                "plan.course(  ",
                "plan.all(Schedule.Course.LINEAR, ",
                "plan.edit(p -> p.course(",
                "var other = plan\n    .epochs(3)\n    .course(",
                "Schedule.Course c = "
            })
    void constantsOfAnExpectedEnumComeFirst(String code) {
        assertThat(texts(code).subList(0, 2)).containsExactly("Course.LINEAR", "Course.CONSTANT");
        assertThat(complete(code).start()).isEqualTo(code.length());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Lin", "LINEAR", "lin", "Course", "cour"})
    void anExpectedConstantIsFoundByItsOwnNameAndByItsTypes(String typed) {
        String code = "plan.course(" + typed;
        assertThat(texts(code)).first().isEqualTo("Course.LINEAR");
        assertThat(complete(code).start()).isEqualTo("plan.course(".length());
    }

    @Test
    void constantsAndFactoriesOfAnExpectedClassAreOffered() {
        assertThat(texts("plan.at(").subList(0, 3))
                .containsExactly("Place.HERE", "Place.any()", "Place.remote(");
        assertThat(match("plan.at(", "Place.remote(").signature())
                .isEqualTo("Place remote(String host)");
    }

    @Test
    void theArgumentUnderTheCursorDecides() {
        assertThat(texts("plan.at(Place.any(), ").subList(0, 2)).containsExactly("false", "true");
    }

    @Test
    void factoriesOfTheJdkAreOfferedToo() {
        assertThat(texts("Thread.sleep(")).isNotEmpty();
        assertThat(texts("Thread.sleep(java.time.Duration.ofDays(1).plus("))
                .contains("java.time.Duration.ZERO");
    }

    @ParameterizedTest
    @CsvSource({
        "plan.ep, epochs(, function, Schedule epochs(int count) (+1)",
        "point.x, x(), function, int x()",
        "words.isE, isEmpty(), function, boolean isEmpty()",
        "plan.epochs(3).cou, course(, function, Schedule course(Course next) (+1)",
        "plan.edit(p -> p.cou, course(, function, Schedule course(Course next) (+1)",
        "pla, plan, instance, Schedule",
        "twi, twice(, function, (int)int",
        "Schedule.Cou, Course, class, Course",
        "Schedule.Course.LIN, LINEAR, instance, Course LINEAR",
        "java.ut, util., module, ''",
        "ArrayLi, ArrayList, class, ''"
    })
    void everyMatchHasItsKindAndSignature(String code, String text, String kind, String signature) {
        assertThat(match(code, text)).isEqualTo(new Match(text, kind, signature));
    }

    @Test
    void overloadsAreCounted() {
        assertThat(match("\"a\".ind", "indexOf(").signature())
                .startsWith("int indexOf(")
                .endsWith(")");
        assertThat(match("words.rem", "remove(").signature()).contains("(+1)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "import java.util.regex.Pattern;\nwords.isE",
                "int f(int x) { return x; }\nwords.isE",
                "class A { int a; }\nwords.isE",
                "var list = new ArrayList<String>();\nlist.isE",
                "for (int i = 0; i < 3; i++) {\n    words.isE",
                "// a comment with (\n/* and \" another */ words.isE"
            })
    void linesAboveInTheSameCellDoNotDisturb(String code) {
        assertThat(texts(code)).containsExactly("isEmpty()");
        assertThat(complete(code).start()).isEqualTo(code.length() - 3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"// words.", "/* words.", "var t = \"\"\"\n words.", "'"})
    void nothingIsOfferedInCommentsAndOtherLiterals(String code) {
        assertThat(texts(code)).isEmpty();
    }

    @Test
    void aGivenCompleterIsAskedFirst() {
        Completer magics =
                (code, index) ->
                        code.startsWith("%")
                                ? java.util.Optional.of(
                                        new Completion(0, List.of(new Match("%time", "magic"))))
                                : java.util.Optional.empty();
        Assistant withMagics =
                new Assistant(session, List.of(), List.of(magics), UnaryOperator.identity());
        assertThat(withMagics.complete("%ti", 3).matches())
                .containsExactly(new Match("%time", "magic"));
        assertThat(withMagics.complete("words.isE", 9).matches()).hasSize(1);
    }
}
