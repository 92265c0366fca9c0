"""Question to topics: spelling repaired, four measures of likeness, and the courage to say "I do not know"."""
