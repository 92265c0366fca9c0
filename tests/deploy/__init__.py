"""What deploy/ holds, tried with the real nginx and systemd: aside from ``make test``, a step of its own in .ci/run."""
