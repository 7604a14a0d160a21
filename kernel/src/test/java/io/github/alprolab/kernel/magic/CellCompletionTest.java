package io.github.alprolab.kernel.magic;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alprolab.kernel.help.Assistant;
import io.github.alprolab.kernel.help.Completion;
import io.github.alprolab.kernel.help.Match;
import io.github.alprolab.kernel.session.JavaSession;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Tab offers in cells with percent signs: completion and running agree on what is Java. */
class CellCompletionTest {
    private static JavaSession session;
    private static Assistant assistant;

    @BeforeAll
    static void open() {
        session = new JavaSession(List.of("java.util.*"));
        session.run("var words = new ArrayList<String>();", 1);
        Cells cells = new Cells(session, StatementLimit.none());
        assistant = new Assistant(session, List.of(), List.of(), cells::masked);
    }

    @AfterAll
    static void close() {
        session.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%maven a:b:1\nwords.isE",
                "%%time\nwords.isE",
                "words.clear();\n%time words.size()\nwords.isE",
                "for (int i = 0; i < 3; i++) {\n    %time i\n    words.isE"
            })
    void magicsAboveDoNotDisturb(String code) {
        assertIsEmptyIsOffered(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"int rest = 7\n    %words.isE", "int rest = 7\n    %3; words.isE"})
    void aRemainderAtTheStartOfALineIsNoMagic(String code) {
        assertIsEmptyIsOffered(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%time wor", "%time ", "var x = %time wor"})
    void whatAMagicIsGivenIsNotCompletedAsANewStatement(String code) {
        assertThat(assistant.complete(code, code.length()).matches()).isEmpty();
    }

    private static void assertIsEmptyIsOffered(String code) {
        Completion offered = assistant.complete(code, code.length());
        assertThat(offered.matches()).extracting(Match::text).containsExactly("isEmpty()");
        assertThat(offered.start()).isEqualTo(code.length() - 3);
    }
}
