# shellcheck shell=sh disable=SC2154 # root and state are those of ./lab
# The tests: all of them, those of a module, or one. Part of ./lab, which reads this file.

run_tests() {
    [ $# -le 2 ] || fail "test takes a module and a test of it, got: $*"
    case $# in
        0) test_all ;;
        1) test_module "$1" ;;
        2) test_one "$1" "$2" ;;
    esac
}

test_all() {
    set_up
    add_test_tools
    cd "$root"
    say "Java tests and the formatter's check"
    # shellcheck disable=SC2086 # no profile is no word
    mvn -B $profile verify
    say "tests with a real Jupyter client"
    exec python -m pytest -v -rs kernel/src/test/python notebooks/src/test/python bench/src/test/python serve/src/test/python
}

# Python's tests of a module come last: they need everything set up, Java's only what the module needs.
test_module() {
    require_module "$1"
    classes=$(java_tests "$1" '*Test.java' | paste -s -d , -)
    [ -z "$classes" ] || java_tests_run "$1" "$classes"
    [ ! -d "$root/$1/src/test/python" ] || python_tests_run "$root/$1/src/test/python"
}

test_one() {
    require_module "$1"
    case $2 in
        *.py | *.py::*)
            file=$root/$1/src/test/python/${2%%::*}
            [ -f "$file" ] || no_test "$1" "$2"
            python_tests_run "$root/$1/src/test/python/$2"
            ;;
        *)
            classes=$(java_tests "$1" "${2%%#*}.java")
            [ -n "$classes" ] || no_test "$1" "$2"
            case $2 in *'#'*) method=#${2#*#} ;; *) method= ;; esac
            java_tests_run "$1" "$(printf '%s\n' "$classes" | sed "s|\$|$method|" | paste -s -d , -)"
            ;;
    esac
}

modules() { sed -n 's|.*<module>\(.*\)</module>.*|\1|p' "$root/pom.xml"; }

require_module() {
    modules | grep -qxF -- "$1" || fail "There is no module “$1”; the modules are $(modules | paste -s -d ' ' -)."
    [ "$1" != spark ] || [ "$spark" = yes ] || fail "The module spark needs Spark: ./lab --spark test spark"
}

# The full names of a module's test classes whose files are named so, one a line.
java_tests() {
    [ -d "$root/$1/src/test/java" ] || return 0
    (cd "$root/$1/src/test/java" && find . -name "$2" | sed -e 's|^\./||' -e 's|\.java$||' -e 's|/|.|g' | sort)
}

no_test() {
    start=$(printf '%s' "${2#test_}" | cut -c 1-4)
    like=$(find "$root/$1" -path "*/src/test/*" \( -iname "*$start*Test.java" -o -iname "test_*$start*.py" \) |
        sed -e 's|.*/||' -e 's|\.java$||' | sort | head -n 5 | paste -s -d ' ' -)
    fail "$1 has no test “$2”${like:+; like it: $like}. A test is a class, such as WireTest or WireTest#method, or a file, such as test_output.py."
}

# The formatter and the tests of other modules are not asked; their main code is compiled where it changed.
java_tests_run() {
    find_java
    find_maven
    lock
    cd "$root"
    module=$1
    say "$module: Java tests"
    # shellcheck disable=SC2086
    set -- -B -ntp $profile -pl "$1" -am test "-Dtest=$2" -Dsurefire.failIfNoSpecifiedTests=false
    watched -o "$@" || { lacks_files && watched "$@"; } || {
        say "$module: failed, see above"
        exit 1
    }
    unlock
}

# Maven with the lines that matter: results, warnings, errors, and what tests print; not its hints at itself.
watched() {
    { code=0; mvn "$@" 2>&1 || code=$?; echo "$code" >"$state/maven.exit"; } | tee "$state/maven.log" |
        sed -e '/Tests run:/b' -e '/^.\{0,12\}\[INFO\]/d' -e '/^$/d' \
            -e '/^\[ERROR\] \(-> \[Help\|To see the\|Re-run Maven\|For more\|\[Help\|After correcting\|  mvn\)/d' -e '/^\[ERROR\] $/d'
    return "$(cat "$state/maven.exit")"
}

python_tests_run() {
    set_up
    add_test_tools
    cd "$root"
    say "tests with a real Jupyter client"
    python -m pytest -v -rs "$1"
}
