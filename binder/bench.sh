# shellcheck shell=sh disable=SC2154 # root, here, state and venv are those of ./lab
# The measurements behind ./lab bench. Part of ./lab, which reads this file.

bench() {
    name=${1:-}
    [ $# -eq 0 ] || shift
    flags=
    case $name in
        kernel | start)
            set_up
            exec "$venv/bin/python" "$root/kernel/src/test/python/bench_$name.py" "$@"
            ;;
        all)
            # Each in a process of its own, whose most memory is its own.
            code=0
            for one in train encode retrieval optimizer decode; do (bench "$one" "$@") || code=$?; done
            return "$code"
            ;;
        against-pytorch)
            set_up
            find_torch
            exec "$torch" "$root/bench/peer/against_pytorch.py" "$@" -- \
                java -cp "$(bench_classes)" io.github.alprolab.bench.speed.SpeedBenchmark
            ;;
        spark)
            set_up
            [ "$spark" = yes ] || fail "bench spark needs Spark: ./lab --spark bench spark"
            worker_classes
            exec java -cp "$root/bench/target/classes:$root/serve/target/classes:$(cat "$state/classpath")" io.github.alprolab.bench.scale.SparkBenchmark \
                "$state/spark-distribution" "$state/java.options" "$@"
            ;;
        serve)
            [ -d "${1:-}" ] || fail "bench serve takes the folder of a gallery, got: ${1:-nothing}"
            class=scale.LoadBenchmark
            ;;
        train | encode | optimizer | retrieval | decode) class="speed.SpeedBenchmark $name" ;;
        resume) class=training.ResumeBenchmark ;;
        # A heap that is there from the start, so that resident memory shows what the engine does.
        memory) class=training.MemoryBenchmark flags='-Xms512m -Xmx512m -XX:+AlwaysPreTouch' ;;
        rerank) class=retrieval.RerankBenchmark ;;
        # A million vectors are 1 GB for the oracle, and as much again while the graph is built.
        gallery) class=retrieval.GalleryBenchmark flags='-Xmx6g' ;;
        mine) class=data.MiningBenchmark ;;
        render) class=data.RenderBenchmark ;;
        ffmpeg) class=data.FfmpegBenchmark ;;
        survey) class=data.SurveyBenchmark ;;
        # A heap that cannot grow leaves only native memory to see.
        open) class=data.OpenBenchmark flags='-Xms64m -Xmx64m -XX:+AlwaysPreTouch' ;;
        *) fail "bench takes one of train, encode, optimizer, retrieval, decode, all, against-pytorch, start, resume, memory, rerank, gallery, ffmpeg, render, open, survey, mine, kernel, spark, serve." ;;
    esac
    case $name in
        render | ffmpeg | open | survey) [ $# -eq 0 ] || fail "bench $name takes nothing more, got: $*" ;;
        mine) [ -f "${1:-}" ] || fail "bench mine takes a caption file that exists, got: ${1:-nothing}" ;;
    esac
    set_up
    cd "$here"
    # shellcheck disable=SC2086 # flags and class are words of their own
    bench_tool $flags io.github.alprolab.bench.$class "$@"
}

# A worker's class path, as Spark's own distribution has it: none of our versions.
worker_classes() {
    [ -f "$state/spark-distribution" ] && return
    maven -f "$root/bench/spark/pom.xml" dependency:build-classpath "-Dmdep.outputFile=$state/spark-distribution"
}

# A Python with PyTorch: the one that ALPROLAB_TORCH names, or an environment made here.
find_torch() {
    torch=${ALPROLAB_TORCH:-$state/torch/bin/python}
    if [ -n "${ALPROLAB_TORCH:-}" ]; then
        "$torch" -c 'import torch, numpy' || fail "ALPROLAB_TORCH is $ALPROLAB_TORCH, which is no Python with torch and numpy; install them there, or leave the variable out."
    elif ! "$torch" -c 'import torch, numpy' 2>/dev/null; then
        say "fetching PyTorch (some GB, once)"
        python3 -m venv "$state/torch"
        "$torch" -m pip install -q --disable-pip-version-check torch numpy || fail "PyTorch could not be installed; see above."
    fi
}
