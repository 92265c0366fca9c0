"""Time in: APScheduler is the metronome, the database is the diary. Jobs carry no state; a missed tick is harmless."""
