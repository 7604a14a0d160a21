# shellcheck shell=sh disable=SC2154 # root, state, venv, asked, asked_spark and began are those of ./lab
# What ./lab needs before it does anything: tools of the machine, the built modules, Python's packages and the
# kernel. Part of ./lab, which reads this file.

find_java() {
    if [ -n "${JAVA_HOME:-}" ]; then
        PATH=$JAVA_HOME/bin:$PATH
    fi
    command -v java >/dev/null || fail "No Java was found; install a JDK of version 17 or newer (Debian: openjdk-17-jdk-headless) or set JAVA_HOME."
    version=$(java -version 2>&1 | sed -n 's/.*version "\([0-9]*\).*/\1/p' | head -n 1)
    [ "${version:-0}" -ge 17 ] || fail "Java ${version:-of an unknown version} was found, 17 is the least; install a newer JDK or set JAVA_HOME to one."
    home=$(java -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java.home = //p')
    if [ ! -x "$home/bin/javac" ] || [ ! -x "$home/bin/jshell" ]; then
        fail "The Java in $home is a runtime only (a JRE); install a JDK of version 17 or newer or set JAVA_HOME to one."
    fi
    JAVA_HOME=$home
    export JAVA_HOME PATH
}

find_maven() {
    command -v mvn >/dev/null || fail "Maven was not found; install version 3.8 or newer (Debian: maven)."
    version=$(mvn -v 2>/dev/null | sed -n 's/.*Apache Maven \([0-9]*\.[0-9]*\).*/\1/p' | head -n 1)
    case $version in
        3.[89] | 3.[1-9][0-9] | [4-9].* | [1-9][0-9].*) ;;
        *) fail "Maven ${version:-of an unknown version} was found, 3.8 is the least; install a newer one." ;;
    esac
}

find_python() {
    command -v python3 >/dev/null || fail "Python was not found; install Python 3.10 or newer with venv (Debian: python3 python3-venv)."
    python3 -c 'import sys; sys.exit(sys.version_info < (3, 10))' || fail "$(python3 -V) was found, 3.10 is the least; install a newer one."
    python3 -c 'import venv, ensurepip' 2>/dev/null || fail "Python's venv module is missing; install it (Debian: python3-venv)."
}

# What the engine is built for, cpu or cuda: as asked, as it was here before, or by the machine's driver.
choose_flavour() {
    before=$(cat "$state/flavour" 2>/dev/null || cat "${ALPROLAB_PACKAGES:-}/flavour" 2>/dev/null || true)
    flavour=${asked:-$before}
    if [ -z "$flavour" ]; then
        flavour=cpu
        if has_driver; then
            room=$(free_on "$root")
            if [ "$room" -ge 8192 ]; then
                flavour=cuda
            else # nobody asked for it, so a full disk is no reason to stop
                say "there is a GPU, and the build is for the CPU: $room MB of disk are free and CUDA's libraries need 8192"
            fi
        fi
    fi
    if [ "$flavour" = cuda ]; then
        system=$(uname -sm)
        [ "$system" = "Linux x86_64" ] || fail "CUDA's libraries are there for Linux on x86-64, and this is $system; take ./lab --cpu."
    fi
    spark=${asked_spark:-$(cat "$state/spark" 2>/dev/null || echo no)}
    profiles=
    [ "$flavour" = cpu ] || profiles=cuda
    [ "$spark" = no ] || profiles=${profiles:+$profiles,}spark
    profile=${profiles:+-P$profiles}
}

has_driver() { [ -e /proc/driver/nvidia/version ] || nvidia-smi -L >/dev/null 2>&1; }

# Megabytes that are free where a folder lies or will lie.
free_on() {
    place=$1
    while [ ! -d "$place" ]; do place=$(dirname -- "$place"); done
    df -Pk "$place" | awk 'NR == 2 { print int($4 / 1024) }'
}

# A build for CPUs takes 3 GB with all that it fetches. CUDA's libraries take 2.5 GB as they are fetched, beside
# Maven's other files, and 3.8 GB unpacked, where the engine keeps them.
find_room() {
    [ -f "$state/requirements" ] && [ -f "$state/classpath" ] && [ "$(cat "$state/flavour" 2>/dev/null || echo cpu)" = "$flavour" ] && return
    if [ "$flavour" = cpu ]; then
        require_room 3072 "$root"
    else
        require_room 8192 "$root"
        require_room 8192 "${HOME:-$root}"
        require_room 4096 "${DJL_CACHE_DIR:-${HOME:-$root}}"
    fi
}

require_room() {
    free=$(free_on "$2")
    [ "$free" -ge "$1" ] || fail "$free MB are free on the disk of $2 and set-up for $flavour needs $1; make room."
}

# One set-up at a time; a lock whose owner is gone is taken over.
lock() {
    mkdir -p "$state"
    until mkdir "$state/lock" 2>/dev/null; do
        owner=$(cat "$state/lock/pid" 2>/dev/null || echo 0)
        if [ "$owner" != 0 ] && ! kill -0 "$owner" 2>/dev/null; then
            rm -rf "$state/lock"
        else
            sleep 1
        fi
    done
    echo $$ >"$state/lock/pid"
    trap 'rm -rf "$state/lock"' EXIT
    trap 'exit 130' INT TERM
}

unlock() {
    rm -rf "$state/lock"
    trap - EXIT INT TERM
}

# In one run, so that the class path names this folder's jars.
BUILD='package dependency:build-classpath -Dmaven.test.skip=true -DincludeScope=runtime -Dmdep.outputFile=target/classpath'

# What was fetched once is not asked for again, so the second time needs no network.
maven() {
    [ ! -d "$state/maven" ] || set -- "-Dmaven.repo.local=$state/maven" "$@"
    # shellcheck disable=SC2086 # no profile is no word
    mvn -B -q -o $profile "$@" >"$state/maven.log" 2>&1 && return
    if lacks_files; then
        # shellcheck disable=SC2086
        mvn -B -q $profile "$@" >"$state/maven.log" 2>&1 && return
    fi
    cat "$state/maven.log" >&2
    fail "The build failed; see above."
}

# Whether Maven stopped for a file that it may fetch: nothing else deserves a second run.
lacks_files() { grep -qE '\[ERROR\].* in offline mode' "$state/maven.log"; }

is_built() {
    [ -f "$state/classpath" ] && [ -f "$state/shared" ] && [ -f "$state/java.options" ] || return 1
    [ "$(cat "$state/jdk" 2>/dev/null)" = "$JAVA_HOME" ] || return 1
    [ "$(cat "$state/flavour" 2>/dev/null)" = "$flavour" ] || return 1
    [ "$(cat "$state/spark" 2>/dev/null)" = "$spark" ] || return 1
    [ -z "$(find "$root/pom.xml" "$root"/*/pom.xml "$root"/*/src/main -newer "$state/classpath" 2>/dev/null | head -n 1)" ] || return 1
    # The class path names jars outside this folder, which somebody may have cleared.
    (IFS=:; for jar in $(cat "$state/classpath"); do [ -e "$jar" ] || exit 1; done)
}

build() {
    is_built && return
    if [ "$flavour" = cuda ]; then
        say "building the modules with CUDA (the first time fetches about 2.8 GB and unpacks 3.8 GB)"
    else
        say "building the modules (the first time fetches about 300 MB)"
    fi
    [ "$spark" = no ] || say "with Apache Spark (the first time fetches about 280 MB)"
    cd "$root"
    # shellcheck disable=SC2086 # words
    maven $BUILD
    printf '%s' "$JAVA_HOME" >"$state/jdk"
    if [ "$spark" = no ]; then without_spark; else with_spark; fi
    rm -f "$state/kernel"
    [ "$flavour" = cpu ] || start_engine
    printf '%s' "$flavour" >"$state/flavour"
    printf '%s' "$spark" >"$state/spark"
}

# What cells share of a class path: the DSL and what it needs, but for its silent log: a user's own has to be heard.
shared_of() {
    tr : '\n' | grep -Ev '/(slf4j-[^/]*|alprolab-[^/]*-(sources|javadoc))\.jar$' | paste -s -d : - >"$state/shared"
}

# Jars of other versions may lie beside it.
jar_of() { printf '%s' "$root/$1/target/alprolab-$1-$(sed -n 's|^  <version>\(.*\)</version>|\1|p' "$root/pom.xml").jar"; }

without_spark() {
    { printf '%s:' "$(jar_of dsl)"; cat "$root/dsl/target/classpath"; } | shared_of
    cp "$root/notebooks/target/classpath" "$state/classpath"
    : >"$state/java.options"
    rm -f "$state/sent"
}

# Spark stands beside the DSL in versions that fit both. Workers of a cluster have Spark's part and are sent the other.
with_spark() {
    sent=$(jar_of spark):$(cat "$root/spark/target/classpath")
    all=$sent:$(cat "$root/spark/target/provided")
    printf '%s' "$all" | shared_of
    printf '%s' "$(jar_of kernel):$all:$(cat "$root/kernel/target/classpath")" >"$state/classpath"
    java -cp "$all" io.github.alprolab.spark.SparkJavaOptions >"$state/java.options"
    printf '%s' "$sent" >"$state/sent"
}

# The engine unpacks its libraries when it first starts: better now than in somebody's first cell.
start_engine() {
    DJL_OFFLINE=true java -cp "$(cat "$state/classpath")" io.github.alprolab.dsl.Doctor >"$state/doctor" 2>&1 || {
        cat "$state/doctor" >&2
        fail "The engine with CUDA's libraries does not start; see above. ./lab --cpu does without them."
    }
    say "$(sed -n 's/^ *computes on *//p' "$state/doctor")"
}

# The Python environment is made here, or is one that is there already, which ALPROLAB_PYTHON names by its program. An
# image of repo2docker has one that it starts: NB_PYTHON_PREFIX.
choose_environment() {
    own=${ALPROLAB_PYTHON:-${NB_PYTHON_PREFIX:+$NB_PYTHON_PREFIX/bin/python}}
    [ -n "$own" ] || return 0
    venv=$("$own" -c 'import sys; assert sys.version_info >= (3, 10); print(sys.prefix)') ||
        fail "$own is no Python 3.10 or newer; let ALPROLAB_PYTHON name one, or leave it out for an environment in .lab/venv."
}

pip_install() { "$venv/bin/python" -m pip install -q --disable-pip-version-check "$@"; }

make_venv() {
    sum="$venv $(cat "$root/binder/requirements.txt" "$root"/kernel/src/main/python/*.* | cksum)"
    [ "$(cat "$state/requirements" 2>/dev/null)" = "$sum" ] && return
    say "making the Python environment with JupyterLab"
    [ "$venv" != "$state/venv" ] || python3 -m venv "$venv"
    set --
    [ -z "${ALPROLAB_PACKAGES:-}" ] || set -- --no-index --find-links "$ALPROLAB_PACKAGES/wheels"
    pip_install "$@" -r "$root/binder/requirements.txt" ||
        fail "Python packages could not be installed; see above.${1:+ Those of $ALPROLAB_PACKAGES are for $(cat "$ALPROLAB_PACKAGES/made-for").}"
    pip_install --no-index --no-deps --no-build-isolation "$root/kernel/src/main/python" ||
        fail "papermill's parameters for Java could not be installed; see above."
    printf '%s' "$sum" >"$state/requirements"
    rm -f "$state/kernel"
}

# What only the tests need, on top.
add_test_tools() {
    sum="$venv $(cksum <"$root/binder/requirements-test.txt")"
    [ "$(cat "$state/requirements-test" 2>/dev/null)" = "$sum" ] && return
    say "adding the Python packages of the tests"
    pip_install -r "$root/binder/requirements-test.txt" || fail "The tests' Python packages could not be installed; see above."
    printf '%s' "$sum" >"$state/requirements-test"
}

# What the engine and the DSL look for in their environment, behind a command that takes it as words. What Jupyter finds
# in a kernel's spec wins over a user's environment, so these come second to variables of a user's own: the wait policy
# to GOMP_SPINCOUNT, the home of the runs to ALPROLAB_RUNS.
with_variables() {
    [ "$spark" = no ] || set -- "$@" "ALPROLAB_SPARK_JARS=$(cat "$state/sent")"
    # Threads take memory from places of 64 MB that the C library makes for them and rarely gives back; a training had
    # ten of them and more. Two kinds of place are enough.
    # The engine's threads wait by spinning, which starves them when another program wants a core. The driver's
    # numbers of GPUs are those of Device.gpu(n).
    "$@" OPT_OUT_TRACKING=true DJL_OFFLINE=true OMP_WAIT_POLICY=PASSIVE \
        "MALLOC_ARENA_MAX=${MALLOC_ARENA_MAX:-2}" \
        "CUDA_DEVICE_ORDER=${CUDA_DEVICE_ORDER:-PCI_BUS_ID}" "ALPROLAB_HOME=$root"
}

# The one way to write a spec of the kernel with the DSL, below a folder of Jupyter's data.
write_spec() { with_variables spec_with "$1"; }

spec_with() {
    place=$1
    shift
    for variable; do
        set -- "$@" --env "$variable"
        shift
    done
    while read -r option; do
        set -- "$@" --java-option "$option"
    done <"$state/java.options"
    java_tool io.github.alprolab.kernel.install.InstallKernel \
        --name alpro --display-name "Java (ALPRO)" --data-dir "$place" \
        --class-path "$(cat "$state/classpath")" --shared "$(cat "$state/shared")" "$@"
}

# The archive of classes that the kernel starts from fits the jars as they were; tests make them anew.
install_kernel() {
    [ -f "$state/kernel" ] && [ -z "$(find "$root/kernel/target" "$root/binder" -maxdepth 1 \
        \( -name '*.jar' -o -name setup.sh \) -newer "$state/kernel")" ] && return
    say "installing the kernel"
    write_spec "$venv/share/jupyter" >/dev/null
    : >"$state/kernel"
}

# What only needs the build: another Jupyter's Python has its own packages.
set_up_build() {
    find_java
    find_maven
    lock
    take_packages
    build
    unlock
}

# What only reads notebooks needs neither Java nor the build.
set_up_python() {
    find_python
    choose_environment
    lock
    take_packages
    make_venv
    unlock
    PATH=$venv/bin:$PATH
}

set_up() {
    find_java
    find_maven
    find_python
    choose_environment
    find_room
    lock
    take_packages
    build
    make_venv
    install_kernel
    unlock
    PATH=$venv/bin:$PATH
    # A training beside one busy process: 55 s as it comes, 27 s with this; alone it costs up to a tenth.
    GOMP_SPINCOUNT=${GOMP_SPINCOUNT:-1000}
    with_variables export
    export GOMP_SPINCOUNT PATH
}
