# rule: python_values.beyond_the_end
# source: a learner's notebook
# says: means.append\(sum\(rows\[i\]\) / 2\)
# %% before
rows = [[1, 2], [3, 4]]
# %% fails
means = []
for i in range(2):
    means[i] = sum(rows[i]) / 2
# %% mended
means = []
for i in range(2):
    means.append(sum(rows[i]) / 2)
