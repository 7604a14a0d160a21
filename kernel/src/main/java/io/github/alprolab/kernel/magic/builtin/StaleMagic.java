package io.github.alprolab.kernel.magic.builtin;

import io.github.alprolab.kernel.api.Notebook;
import io.github.alprolab.kernel.session.StaleReason;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** {@code %stale}: cells whose results do not follow any more from what is there. */
record StaleMagic(Supplier<Map<Integer, Set<StaleReason>>> stale, Supplier<List<Input>> inputs) {

    static BuiltinMagic of(
            Supplier<Map<Integer, Set<StaleReason>>> stale, Supplier<List<Input>> inputs) {
        StaleMagic magic = new StaleMagic(stale, inputs);
        return BuiltinMagic.line(
                "stale",
                "Lists the cells whose results do not follow any more from what is there.\n"
                        + "%stale; a variable, method, class or import that a cell used was declared or"
                        + " assigned anew since, or came from such a cell itself. What only changes,"
                        + " as by n++ or list.add(1), does not count.",
                call -> magic.list());
    }

    private Object list() {
        Map<Integer, Set<StaleReason>> found = stale.get();
        TextTable table = new TextTable("cell", "begins with", "because of");
        for (Input input : Input.newest(inputs.get())) {
            Set<StaleReason> reasons = found.get(input.cell());
            if (reasons != null) {
                table.row(Integer.toString(input.cell()), input.firstLine(), words(reasons));
            }
        }
        if (table.isEmpty()) {
            System.out.println("Every result follows from what is there.");
        } else {
            Notebook.display(table.footer("Run them again from top to bottom.").bundle());
        }
        return null;
    }

    private static String words(Set<StaleReason> reasons) {
        return reasons.stream()
                .map(
                        reason ->
                                reason.isStale()
                                        ? reason.name()
                                                + " of cell "
                                                + reason.cell()
                                                + ", stale itself"
                                        : reason.name() + ", new in cell " + reason.cell())
                .collect(Collectors.joining("; "));
    }
}
