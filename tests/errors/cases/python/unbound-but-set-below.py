# rule: python_scopes.local_before_assignment
# source: a learner's notebook
# says: Move line 4 up, above line 2
# says: n = len\(lst\)
# %% before
def halves(lst):
    for i in range(n // 2):
        print(lst[i])
    n = len(lst)
# %% fails
halves([5, 3, 8, 1])
# %% mended
def halves(lst):
    n = len(lst)
    for i in range(n // 2):
        print(lst[i])
halves([5, 3, 8, 1])
