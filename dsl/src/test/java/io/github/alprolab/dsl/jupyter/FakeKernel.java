package io.github.alprolab.dsl.jupyter;

import io.github.alprolab.kernel.api.Comms;
import io.github.alprolab.kernel.api.KernelServices;
import io.github.alprolab.kernel.api.LiveDisplay;
import io.github.alprolab.kernel.api.MimeBundle;
import java.util.ArrayList;
import java.util.List;

/** A kernel that remembers what it was asked to show. */
final class FakeKernel implements KernelServices {
    /** One output a list, its states in order. */
    final List<List<MimeBundle>> outputs = new ArrayList<>();

    int hooks;
    boolean interrupted;

    @Override
    public LiveDisplay display(MimeBundle first) {
        List<MimeBundle> states = new ArrayList<>(List.of(first));
        outputs.add(states);
        return states::add;
    }

    @Override
    public String code() {
        return "var run = experiment.run();";
    }

    @Override
    public Comms comms() {
        throw new UnsupportedOperationException("The DSL opens no comms");
    }

    @Override
    public boolean interruptRequested() {
        return interrupted;
    }

    @Override
    public Registration onInterrupt(Runnable hook) {
        hooks++;
        return () -> hooks--;
    }

    /** The plain text of all states of an output. */
    List<String> texts(int output) {
        return outputs.get(output).stream().map(b -> (String) b.data().get("text/plain")).toList();
    }

    /** The HTML of the last state of an output. */
    String html(int output) {
        List<MimeBundle> states = outputs.get(output);
        return (String) states.get(states.size() - 1).data().get("text/html");
    }
}
