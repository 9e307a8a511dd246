# rule: notebook_names.of_except_clause
# source: a learner's notebook
# says: gone after\s+its\s+except\s+block
# %% before
def browser(path):
    try:
        return int(path)
    except ValueError as e:
        print('could not start')
    raise RuntimeError(str(e))
# %% fails
browser('/usr/bin')
