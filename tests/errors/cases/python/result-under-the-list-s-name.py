# rule: python_shapes.not_iterable
# source: a learner's notebook
# says: no longer\s+what\s+it\s+held
# says: a_result = sum\(a\) / len\(a\)
# %% fails
a = [2, 4, 6]
a = sum(a) / len(a)
a = max(a)
# %% mended
a = [2, 4, 6]
a_result = sum(a) / len(a)
a = max(a)
