# rule: python_attributes.method_of_another_type
# source: constructed
# says: a = \[a\]
# %% fails
a = 3
a.append(4)
# %% mended
a = 3
a = [a]
a.append(4)
