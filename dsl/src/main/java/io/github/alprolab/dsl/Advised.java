package io.github.alprolab.dsl;

import io.github.alprolab.alpro.setting.Setting;
import io.github.alprolab.alpro.setting.SettingException;
import io.github.alprolab.alpro.setting.Values;
import io.github.alprolab.dsl.check.AdviceException;

/** Edits values; a refused one is told as C27, as every fault of this module is. */
final class Advised {
    private Advised() {}

    static <T> Values with(Values values, Setting<T> setting, T value) {
        try {
            return values.with(setting, value);
        } catch (SettingException e) {
            throw new AdviceException("C27", e.getMessage(), e.fix());
        }
    }
}
