package io.github.alprolab.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.SparkConf;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SparkSettingsTest {
    private static final List<Path> JARS =
            List.of(Path.of("/lib/one.jar"), Path.of("/lib/a b.jar"));

    @AfterEach
    void forget() {
        System.clearProperty("spark.ui.enabled");
        System.clearProperty("spark.executor.cores");
    }

    @Test
    void executorsElsewhereFetchTheJars() {
        SparkConf conf = SparkSettings.of("spark://host:7077", JARS);

        assertThat(conf.get("spark.jars")).isEqualTo("file:///lib/one.jar,file:///lib/a%20b.jar");
        assertThat(conf.get("spark.executor.userClassPathFirst")).isEqualTo("true");
    }

    @Test
    void inThisProcessTheJarsAreThere() {
        assertThat(SparkSettings.of("local[2]", JARS).contains("spark.jars")).isFalse();
        assertThat(SparkSettings.of("local", JARS).contains("spark.jars")).isFalse();
    }

    @Test
    void executorsShareTheCacheThatIsNamed() {
        Map<String, String> named = Map.of("ALPROLAB_CACHE", "/shared/cache", "HOME", "/home/me");
        SparkConf conf = SparkSettings.of("spark://host:7077", JARS, named);

        assertThat(conf.get("spark.executorEnv.ALPROLAB_CACHE")).isEqualTo("/shared/cache");
        assertThat(conf.contains("spark.executorEnv.HOME")).isFalse();
    }

    @Test
    void aUsersOwnSettingWins() {
        System.setProperty("spark.ui.enabled", "true");

        assertThat(SparkSettings.of("local", JARS).get("spark.ui.enabled")).isEqualTo("true");
    }

    @Test
    void anExecutorCountsTheCoresThatItIsGiven() {
        System.setProperty("spark.executor.cores", "3");

        assertThat(SparkSettings.of("yarn", JARS).get("spark.executor.extraJavaOptions"))
                .isEqualTo("-XX:ActiveProcessorCount=3");
    }
}
