package io.github.alprolab.kernel.debug;

/**
 * A local variable as the compiler noted it.
 *
 * @param slot where a frame keeps it
 * @param type its descriptor in a class file
 * @param generic its type with type arguments, a signature of a class file
 */
record Local(String name, int slot, String type, String generic) {
    boolean isThis() {
        return name.equals("this") && slot == 0;
    }
}
