package io.github.alprolab.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** A class has no call that a predicate matches. */
final class NeverCall extends ArchCondition<JavaClass> {
    private final DescribedPredicate<JavaMethodCall> forbidden;

    private NeverCall(DescribedPredicate<JavaMethodCall> forbidden) {
        super("never call " + forbidden.getDescription());
        this.forbidden = forbidden;
    }

    static NeverCall target(DescribedPredicate<JavaMethodCall> forbidden) {
        return new NeverCall(forbidden);
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        for (JavaMethodCall call : type.getMethodCallsFromSelf()) {
            if (forbidden.test(call)) {
                events.add(SimpleConditionEvent.violated(call, call.getDescription()));
            }
        }
    }
}
