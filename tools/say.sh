# Sourced: how the scripts speak, always on standard error, since standard output belongs to what was asked for.
say() { printf '%s\n' "$*" >&2; }
fail() {
    printf 'error: %s\n' "$*" >&2
    exit 1
}

# A line for a stage that begins, with the minutes and seconds since the command was given.
stage() {
    local now seconds
    now=$(date +%s)
    seconds=$((now - ${FIRST_REFUSAL_STARTED:-$now}))
    printf '%3d:%02d  %s\n' $((seconds / 60)) $((seconds % 60)) "$*" >&2
}
