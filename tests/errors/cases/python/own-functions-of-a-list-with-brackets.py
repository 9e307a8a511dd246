# rule: python_shapes.not_indexable
# source: a learner's notebook
# says: jobs\[0\]\(100, 200\)
# %% before
def plus(a, b):
    return a + b
jobs = [plus]
# %% fails
c = jobs[0][100, 200]
# %% mended
c = jobs[0](100, 200)
