# rule: python_shapes.cannot_be_changed
# source: a learner's notebook
# says: grades\[1\] = 2.0
# %% before
grades = [3.2, 2.85, 3.7]
grade = 'e'
# %% fails
grade[1] = 2.0
# %% mended
grades[1] = 2.0
