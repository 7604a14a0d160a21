package io.github.spencerpark.jupyter.kernel.magic.registry;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Makes a method a line magic for {@link Magics#registerMagics}. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface LineMagic {
    /** Its name; that of the method where it is empty. */
    String value() default "";

    /** Other names. */
    String[] aliases() default {};
}
