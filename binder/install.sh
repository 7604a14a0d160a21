# shellcheck shell=sh disable=SC2154 # root, state and here are those of ./lab
# The kernel for other Jupyters: ./lab install-kernel and ./lab kernelspec. Part of ./lab, which reads this file.

# Jupyter's folder of data for a place, as jupyter_core has it.
data_dir() {
    case ${1:---user} in
        --user)
            [ $# -le 1 ] || fail "--user takes no value."
            if [ -n "${JUPYTER_DATA_DIR:-}" ]; then
                printf '%s' "$JUPYTER_DATA_DIR"
            elif [ "$(uname)" = Darwin ]; then
                printf '%s' "$HOME/Library/Jupyter"
            else
                printf '%s' "${XDG_DATA_HOME:-$HOME/.local/share}/jupyter"
            fi
            ;;
        --sys-prefix)
            [ $# -eq 1 ] || fail "--sys-prefix takes no value."
            command -v python3 >/dev/null || fail "--sys-prefix means the folder of the Python in PATH, but there is no python3."
            python3 -c 'import sys; print(sys.prefix, end="/share/jupyter")'
            ;;
        --prefix)
            [ $# -eq 2 ] && [ -n "$2" ] || fail "--prefix takes a folder, for example --prefix /usr/local."
            printf '%s' "$2/share/jupyter"
            ;;
        *) fail "install-kernel takes --user, --sys-prefix or --prefix DIR, not $*." ;;
    esac
}

install_for_other() {
    data=$(data_dir "$@") || exit $?
    set_up_build
    cd "$here"
    write_spec "$data"
    case ${1:-} in --prefix) papermill_for "$2/bin/python3" ;; *) papermill_for python3 ;; esac
}

# papermill asks only packages of its own Python for the parameters of a language.
papermill_for() {
    "$1" -c 'import papermill' 2>/dev/null || return 0
    ! "$1" -c 'import alprolab_papermill' 2>/dev/null || return 0
    if "$1" -m pip install -q --disable-pip-version-check --no-deps "$root/kernel/src/main/python" >/dev/null 2>&1; then
        say "papermill of $1 can set parameters of Java notebooks now, by the package alprolab-papermill"
    else
        say "papermill of $1 cannot set parameters of Java notebooks yet; run $1 -m pip install $root/kernel/src/main/python"
    fi
}

kernelspec() {
    [ $# -eq 1 ] || fail "kernelspec takes one folder to make, for example ./lab kernelspec java-kernel."
    set_up_build
    cd "$here"
    own=$(jar_of kernel)
    java_tool io.github.alprolab.kernel.install.KernelFolder "$1" "$own:$(cat "$root/kernel/target/classpath")"
    cp "$root/LICENSE" "$root/NOTICE" "$1"
}
