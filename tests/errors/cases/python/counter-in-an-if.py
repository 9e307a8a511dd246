# rule: python_scopes.local_before_assignment
# source: https://stackoverflow.com
# says: global hits
# says: local
# says: Outside
# %% before
hits = 0


# %% fails
def count(guess, answer):
    if guess == answer:
        hits += 1
    return hits


count(1, 2)


# %% mended
def count(guess, answer):
    global hits
    if guess == answer:
        hits += 1
    return hits


count(1, 2)
