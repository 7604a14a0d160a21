package io.github.alprolab.dsl.check;

import io.github.alprolab.alpro.setting.Setting;
import io.github.alprolab.alpro.setting.SettingException;
import io.github.alprolab.alpro.setting.Values;

/** Edits values; a refused one is told as C27, as every fault of this module is. */
public final class Advised {
    private Advised() {}

    /**
     * With a setting of another value.
     *
     * @throws AdviceException when the value is not allowed
     */
    public static <T> Values with(Values values, Setting<T> setting, T value) {
        try {
            return values.with(setting, value);
        } catch (SettingException e) {
            throw new AdviceException("C27", e.getMessage(), e.fix());
        }
    }
}
