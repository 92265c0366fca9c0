# Titles of the groups of answers, in the order of topics.toml.

group-start = Getting started
group-grounds = Grounds for asylum
group-limits = Deadlines and bars
group-entry = Entry, border, detention
group-process = Procedure, waiting, costs
group-after = Family and the decision
group-safety = Safety and help
