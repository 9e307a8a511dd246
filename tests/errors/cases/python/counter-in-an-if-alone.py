# rule: python_scopes.local_before_assignment
# source: https://stackoverflow.com
# says: n_right = 0
# %% fails
def count(pairs):
    for guess, answer in pairs:
        if guess == answer:
            n_right += 1
    return n_right


count([])


# %% mended
def count(pairs):
    n_right = 0
    for guess, answer in pairs:
        if guess == answer:
            n_right += 1
    return n_right


count([])
