"""Exit statuses."""

FINE = 0
FALLS_SHORT = 1  # the policy, its tests or a line of input
WRONG_CALL = 2
OWN_MISTAKE = 70  # as in sysexits.h: an error inside the program
INTERRUPTED = 130  # 128 + SIGINT, what a shell reports for Ctrl-C
PIPE_CLOSED = 141  # 128 + SIGPIPE
