# shellcheck shell=sh disable=SC2154 # root, state, venv, here, flavour and profile are those of ./lab
# Set-up without a network: ./lab packages gathers all that a set-up fetches, and a set-up with ALPROLAB_PACKAGES takes it
# from there. Part of ./lab, which reads this file.

packages() {
    [ $# -eq 1 ] || fail "packages takes one folder to make, for example ./lab packages alprolab-packages."
    case $1 in /*) folder=$1 ;; *) folder=$here/$1 ;; esac
    [ ! -e "$folder" ] || fail "$folder is there already; name a new folder or remove it."
    set_up
    unfinished=$folder.part
    rm -rf "$unfinished"
    mkdir -p "$unfinished/wheels" "$unfinished/maven" || fail "$unfinished cannot be made."
    say "gathering Python's packages"
    "$venv/bin/python" -m pip download -q --disable-pip-version-check --only-binary :all: \
        -d "$unfinished/wheels" -r "$root/binder/requirements.txt" || fail "Python's packages could not be gathered; see above."
    say "gathering Maven's"
    gather_maven "$unfinished"
    printf '%s' "$flavour" >"$unfinished/flavour"
    "$venv/bin/python" -c 'import platform; print("Python", platform.python_version(), platform.system(), platform.machine(), end="")' \
        >"$unfinished/made-for"
    mv "$unfinished" "$folder"
    say "$folder is whole, for $(cat "$folder/made-for"): copy it, and there ALPROLAB_PACKAGES=COPY ./lab setup"
}

# What the build asks Maven for, and nothing else of what is here: a copy of the sources is built by an empty repository
# that gets its files from the one that this folder's build used.
gather_maven() {
    from=$(tr : '\n' <"$state/classpath" | sed -n 's|/ai/djl/api/.*||p' | head -n 1)
    mkdir "$1/build"
    (cd "$root" && tar -cf - --exclude=target --exclude=.git --exclude=.lab --exclude=runs .) | (cd "$1/build" && tar -xf -)
    cat >"$1/build/settings.xml" <<EOF
<settings><mirrors><mirror><id>here</id><mirrorOf>*</mirrorOf><url>file://$from</url></mirror></mirrors></settings>
EOF
    # shellcheck disable=SC2086 # no profile is no word
    (cd "$1/build" && mvn -B -q -s settings.xml "-Dmaven.repo.local=$1/maven" $profile $BUILD) >"$state/maven.log" 2>&1 || {
        cat "$state/maven.log" >&2
        fail "Maven's files could not be gathered; see above."
    }
    rm -rf "$1/build"
    # Maven takes a file from nobody but the repository that is noted beside it.
    find "$1/maven" \( -name _remote.repositories -o -name '*.lastUpdated' -o -name resolver-status.properties \) -exec rm -f {} +
}

# Copies what was gathered, so that it is there when the stick is gone.
take_packages() {
    case ${ALPROLAB_PACKAGES:-} in
        '') return 0 ;;
        /*) ;;
        *) ALPROLAB_PACKAGES=$here/$ALPROLAB_PACKAGES ;;
    esac
    [ -d "$ALPROLAB_PACKAGES/maven" ] && [ -d "$ALPROLAB_PACKAGES/wheels" ] ||
        fail "ALPROLAB_PACKAGES is $ALPROLAB_PACKAGES, which ./lab packages has not made; name its folder, or leave the variable out."
    [ -d "$state/maven" ] && return
    say "copying the packages of $ALPROLAB_PACKAGES"
    rm -rf "$state/maven.part"
    cp -R "$ALPROLAB_PACKAGES/maven" "$state/maven.part"
    chmod -R u+w "$state/maven.part"
    mv "$state/maven.part" "$state/maven"
}
