package io.github.alprolab.dsl.reading;

import io.github.alprolab.dsl.reading.Calls.Typed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Makes the value that a piece of code describes, of nothing but a {@link KnownNames}. */
public final class ValueCode {
    private final KnownNames words;
    private final Calls calls;

    private ValueCode(KnownNames words) {
        this.words = words;
        this.calls = new Calls(words);
    }

    /**
     * The value.
     *
     * @throws CodeException for code that needs more than the vocabulary; what a call refuses is
     *     thrown as it is
     */
    public static Object read(String code, KnownNames words) {
        return new ValueCode(words).value(CodeParser.parse(code), Map.of()).value();
    }

    private Typed value(Expression code, Map<String, Typed> variables) {
        if (code instanceof Expression.Literal literal) {
            return new Typed(literal.value(), literal.value().getClass());
        }
        if (code instanceof Expression.Name name) {
            return variable(name.name(), variables);
        }
        if (code instanceof Expression.Constant constant) {
            return calls.constant(noun(constant.owner()), constant.name());
        }
        if (code instanceof Expression.New made) {
            return calls.made(noun(made.type()), arguments(made.arguments(), variables));
        }
        if (code instanceof Expression.Call call) {
            return call(call, variables);
        }
        return edit((Expression.Edit) code, variables);
    }

    private Typed call(Expression.Call call, Map<String, Typed> variables) {
        List<Object> arguments = arguments(call.arguments(), variables);
        boolean onNoun =
                call.owner() instanceof Expression.Name name && !variables.containsKey(name.name());
        if (!onNoun) {
            return calls.onValue(value(call.owner(), variables), call.name(), arguments);
        }
        String whole = ((Expression.Name) call.owner()).name() + "." + call.name();
        if (words.functions().containsKey(whole)) {
            return function(whole, arguments);
        }
        return calls.onNoun(noun(call.owner()), call.name(), arguments);
    }

    private Typed function(String name, List<Object> arguments) {
        if (arguments.size() != 1 || !(arguments.get(0) instanceof String text)) {
            throw new CodeException(name, "takes one string");
        }
        Object value = words.functions().get(name).apply(text);
        return new Typed(value, value.getClass());
    }

    private Typed edit(Expression.Edit edit, Map<String, Typed> variables) {
        UnaryOperator<Object> operator =
                given ->
                        value(
                                        edit.body(),
                                        with(
                                                variables,
                                                edit.variable(),
                                                new Typed(given, given.getClass())))
                                .value();
        return new Typed(operator, UnaryOperator.class);
    }

    private static Map<String, Typed> with(Map<String, Typed> old, String name, Typed value) {
        Map<String, Typed> all = new HashMap<>(old);
        all.put(name, value);
        return all;
    }

    private List<Object> arguments(List<Expression> code, Map<String, Typed> variables) {
        List<Object> all = new ArrayList<>();
        code.forEach(argument -> all.add(value(argument, variables).value()));
        return all;
    }

    private static Typed variable(String name, Map<String, Typed> variables) {
        if (!variables.containsKey(name)) {
            throw new CodeException(name, "is not defined in the record");
        }
        return variables.get(name);
    }

    private Class<?> noun(Expression owner) {
        if (owner instanceof Expression.Name name) {
            return noun(name.name());
        }
        throw new CodeException(owner.toString(), "has no constants");
    }

    private Class<?> noun(String name) {
        Class<?> type = words.nouns().get(name);
        if (type == null) {
            throw new CodeException(name, "is no noun that a record may name");
        }
        return type;
    }
}
